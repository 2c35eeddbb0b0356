using System.Collections;
using System.ComponentModel.DataAnnotations;
using Belfry.Kernel;
using Belfry.Serve;

namespace Belfry.Configure;

/// <summary>
/// Reads the settings in .NET's order: belfry.json, then BELFRY_SECTION__MEMBER in the environment, then --set on the command line; the
/// later wins. All that is wrong is told at once, each with its place; a setting that is not understood stops the start.
/// </summary>
static class SettingsFile
{
    public const string Name = "belfry.json";

    /// <summary>Of variables that are settings. One without a double underscore is none: it may keep a secret.</summary>
    public const string Prefix = "BELFRY_";

    const int MostBytes = 256 * 1024;

    /// <returns>The settings with their secrets in place, or everything that is wrong (SET-001…012).</returns>
    public static Result<BelfrySettings> Load(ServeOptions options)
    {
        var file = options.SettingsFile ?? Path.Combine(options.FolderPath, Name);
        var bytes = "{}"u8.ToArray();
        if (File.Exists(file) && new FileInfo(file).Length <= MostBytes)
        {
            bytes = File.ReadAllBytes(file);
        }
        else if (options.SettingsFile is not null || File.Exists(file))
        {
            return SettingsProblems.NoFile.At(file);
        }

        return Read(bytes, file, options.World, options.Set);
    }

    static Result<BelfrySettings> Read(byte[] json, string file, World world, IReadOnlyList<string> set)
    {
        var shape = new SettingsShape();
        shape.ReadFile(json.AsSpan().StartsWith("\uFEFF"u8) ? json.AsSpan(3) : json, Path.GetFileName(file));
        foreach (var (name, value) in Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(one => ((string)one.Key, (string?)one.Value ?? "")).Where(one => IsSetting(one.Item1)))
        {
            shape.ReadOne(name[Prefix.Length..].Replace("__", ":", StringComparison.Ordinal), value, name);
        }

        var told = set.Select(one => one.Split('=', 2)).Select(pair => (Key: pair[0], Value: pair.Length == 2 ? pair[1] : "")).ToList();
        foreach (var (key, value) in told)
        {
            shape.ReadOne(key, value, "--set " + key);
        }

        if (shape.Problems.Count > 0)
        {
            return Result<BelfrySettings>.Refused(shape.Problems);
        }

        var settings = new ConfigurationBuilder().AddJsonStream(new MemoryStream(json)).AddEnvironmentVariables(Prefix)
            .AddInMemoryCollection(told.Select(one => KeyValuePair.Create<string, string?>(one.Key, one.Value))).Build().Get<BelfrySettings>() ?? new BelfrySettings();
        return Check(settings, shape, world, Path.GetDirectoryName(Path.GetFullPath(file))!);
    }

    static bool IsSetting(string variable) => variable.StartsWith(Prefix, StringComparison.Ordinal) && variable.Contains("__", StringComparison.Ordinal);

    static Result<BelfrySettings> Check(BelfrySettings settings, SettingsShape shape, World world, string folder)
    {
        var problems = new List<Problem>();
        if (settings.Instance.Origin.Length > 0 && !IsOrigin(settings.Instance.Origin))
        {
            problems.Add(SettingsProblems.Origin.At(shape.PlaceOf("instance:origin")));
        }

        if (settings.Dispatch.HasGateways && world != World.Real)
        {
            problems.Add(SettingsProblems.OnlyReal.At(shape.PlaceOf("dispatch"), ("world", world)));
        }

        var sms = settings.Dispatch.Sms.Select((one, at) => one with { Password = Secret(one.Password, $"dispatch:sms:{at}:password") }).ToList();
        var email = settings.Dispatch.Email.Select((one, at) => one with { Password = one.User.Length + one.Password.Length == 0 ? "" : Secret(one.Password, $"dispatch:email:{at}:password") }).ToList();
        var complete = settings with { Dispatch = new() { Sms = sms, Email = email } };
        Ranges(complete.Instance, "instance");
        Ranges(complete.Alerting, "alerting");
        Ranges(complete.Alerting.Cap, "alerting:cap");
        for (var at = 0; at < sms.Count; at++)
        {
            Ranges(sms[at], $"dispatch:sms:{at}");
        }

        for (var at = 0; at < email.Count; at++)
        {
            Ranges(email[at], $"dispatch:email:{at}");
        }

        problems.AddRange(complete.Dispatch.Faults().Concat(complete.Alerting.Cap.Faults()).Select(fault => SettingsProblems.OutOfRange.At(shape.PlaceOf(fault.Path), ("reason", fault.Reason))));
        return problems.Count > 0 ? Result<BelfrySettings>.Refused(problems) : complete;

        string Secret(string reference, string key)
        {
            var read = SecretReference.Read(reference, shape.PlaceOf(key), folder);
            problems.AddRange(read.Problems);
            return read.Ok ? read.Value : "";
        }

        void Ranges(object section, string key)
        {
            var found = new List<ValidationResult>();
            Validator.TryValidateObject(section, new ValidationContext(section), found, validateAllProperties: true);
            problems.AddRange(found.Select(one => SettingsProblems.OutOfRange.At(shape.PlaceOf($"{key}:{one.MemberNames.First()}"), ("reason", one.ErrorMessage!.TrimEnd('.')))));
        }
    }

    static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var site) && site.AbsolutePath == "/" && site.Query.Length + site.Fragment.Length + site.UserInfo.Length == 0
        && (site.Scheme == Uri.UriSchemeHttps || (site.Scheme == Uri.UriSchemeHttp && site.IsLoopback));
}
