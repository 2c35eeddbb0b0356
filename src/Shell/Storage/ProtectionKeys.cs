using System.Xml.Linq;
using Belfry.Kernel;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Belfry.Shell.Storage;

/// <summary>
/// ASP.NET Core's Data Protection keys, sealed, in the database that all nodes share. The framework asks without await, at start and
/// every few weeks, so these two calls wait on a thread of their own.
/// </summary>
sealed class ProtectionKeys(Db db, KeyFolder keys) : IXmlRepository
{
    sealed record Row(string Name, byte[] Sealed);

    static readonly Viewer Self = Viewer.Program("data-protection");

    public IReadOnlyCollection<XElement> GetAllElements() =>
        Task.Run(() => db.ReadAsync(Self, reading => reading.QueryAsync<Row>("select name, sealed from data_protection_key order by name"), CancellationToken.None))
            .GetAwaiter().GetResult()
            .Select(row => Read(keys.Envelope.Open(row.Sealed, Place(row.Name))))
            .ToList();

    public void StoreElement(XElement element, string friendlyName) =>
        Task.Run(() => db.ChangeAsync(
            new Act(Self, "AddProtectionKey"),
            change => change.ExecuteAsync(
                "insert into data_protection_key (name, sealed, created) values (@friendlyName, @seal, @now)",
                new { friendlyName, seal = keys.Envelope.Seal(element.ToString(SaveOptions.DisableFormatting), Place(friendlyName)), now = change.Now }),
            CancellationToken.None)).GetAwaiter().GetResult();

    static string Place(string name) => "data_protection_key/" + name;

    static XElement Read(byte[] xml) => SafeXml.Parse(xml).Value.Root!;
}
