namespace Belfry.Kernel;

static class AuditEntry
{
    public static ChainEntryDraft For(Act act, IReadOnlyDictionary<string, object> notes)
    {
        var facts = new Dictionary<string, object?> { ["act"] = act.What, ["who"] = act.Who.Person.ToString() };
        if (act.Subject.Length > 0)
        {
            facts["subject"] = act.Subject;
        }

        if (notes.Count > 0)
        {
            facts["notes"] = notes;
        }

        var personal = new Dictionary<string, string> { ["name"] = act.Who.Name };
        if (act.Why.Length > 0)
        {
            personal["why"] = act.Why; // free text may name people
        }

        return new ChainEntryDraft("act", facts, personal);
    }
}
