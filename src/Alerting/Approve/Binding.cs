using System.Security.Cryptography;
using System.Text;
using Belfry.Dispatch;
using Belfry.Kernel;
using Belfry.Shell;

namespace Belfry.Alerting;

/// <summary>
/// What an approval binds: one digest over everything that goes out. The sender computes it again from what is stored, so that nothing
/// can be changed between the yes and the wire (R11).
/// </summary>
static class Binding
{
    public static byte[] DigestOf(AlertVersion version, Instance instance) => SHA256.HashData(Encoding.UTF8.GetBytes(CanonicalJson.Write(new Dictionary<string, object?>
    {
        ["format"] = "belfry-approval/1",
        ["instance"] = instance.Origin,
        ["world"] = instance.World.ToString(),
        ["version"] = version.Id.ToString(),
        ["alert"] = version.Number,
        ["number"] = version.Version,
        ["kind"] = version.Kind.ToString(),
        ["organisation"] = version.Organisation.ToString(),
        ["class"] = version.Class.ToString(),
        ["place"] = version.Place,
        ["area"] = version.Area,
        ["rule"] = version.Rule.ToString(),
        ["about"] = version.References?.ToString() ?? "",
        ["shown"] = version.Shown,
        ["channels"] = version.Channels.Order().Select(channel => (object?)channel.ToString()).ToList(),
        ["validMinutes"] = (long)version.Valid.TotalMinutes,
        ["code"] = new List<object?> { version.Code.Event, version.Code.Category, version.Code.Response, version.Code.Urgency, version.Code.Severity, version.Code.Certainty },
        ["texts"] = version.Texts.OrderBy(text => text.Language)
            .Select(text => (object?)new List<object?> { text.Language.ToString(), text.Title, text.Sms, text.Body, text.Instruction }).ToList(),
    })));

    /// <summary>As the page and the API carry it.</summary>
    public static string Text(byte[] digest) => Convert.ToHexStringLower(digest);
}
