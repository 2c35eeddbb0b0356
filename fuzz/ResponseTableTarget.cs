using Belfry.Geography;

namespace Belfry.Fuzz;

/// <summary>Any bytes as a table of two persons, and as its confirmation: read or refused at a place; nobody confirms what he entered.</summary>
static class ResponseTableTarget
{
    static readonly ReadOnlyMemory<byte> Sound = """
        {"format":"belfry-response-table-1","edition":"e","source":"s","enteredBy":"Ann","enteredOn":"2026-03-01","isolation":[{"un":"9001","name":"n","spill":"small","isolateMetres":11,"dayKm":0.1,"nightKm":0.2}],"levels":[]}
        """u8.ToArray();

    public static void Read(byte[] bytes)
    {
        if (ResponseTable.Read(bytes).TryGet(out var table, out _))
        {
            var own = ResponseTable.Confirmation(table.Digest, table.Rows, table.EnteredBy, table.EnteredOn);
            if (table.Confirm(System.Text.Encoding.UTF8.GetBytes(own)).Ok)
            {
                throw new InvalidOperationException("Confirmed by whoever entered it.");
            }
        }

        _ = ResponseTable.Read(Sound).Value.Confirm(bytes);
    }
}
