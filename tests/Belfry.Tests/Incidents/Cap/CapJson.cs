using System.Text.Json;
using Belfry.Incidents;

namespace Belfry.Tests.Incidents.Cap;

/// <summary>An alert as one text, to compare all of it.</summary>
static class CapJson
{
    public static string Of(CapAlert alert) => JsonSerializer.Serialize(alert);
}
