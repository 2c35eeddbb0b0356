using System.Security.Cryptography;
using Belfry.Kernel;
using Belfry.Risks.Reading;

namespace Belfry.Risks.Cascades;

/// <summary>JSON to a checked model. The form is documented in src/Risks/README.md.</summary>
static class CascadeReader
{
    const int MostText = 1_000;
    const int MostWhatIfs = 100;
    const int MostCorrections = 1_000;

    public static Result<CascadeFile> Read(ReadOnlyMemory<byte> json) => JsonPlace.Read(json, place => Document(place, json));

    static Result<CascadeFile> Document(JsonPlace place, ReadOnlyMemory<byte> json)
    {
        if (!place.IsForm("belfry-cascade-1", "title", "levels", "impactUnit", "risks", "links", "whatIfs", "corrections", "run"))
        {
            return Refused;
        }

        var levels = (int)(place.Needed("levels")?.Whole(1, ModelCheck.MostLevels) ?? 1);
        var reader = new PartReader(levels);
        var risks = place.Needed("risks")?.Items(ModelCheck.MostRisks).ConvertAll(reader.Risk) ?? [];
        var links = place.Needed("links")?.Items(ModelCheck.MostLinks).ConvertAll(reader.Link) ?? [];
        var corrections = place.Member("corrections")?.Items(MostCorrections).ConvertAll(Correction) ?? [];
        var settings = place.Member("run") is { } run ? Settings(run) : new CascadeSettings();
        if (!reader.Sound)
        {
            return Refused;
        }

        var checkedModel = CascadeModel.Create(levels, risks, links).Then(_ => CascadeModel.Create(levels, Corrected(place, risks, corrections), links));
        if (!checkedModel.TryGet(out var model, out var problems))
        {
            return Result<CascadeFile>.Refused(problems);
        }

        var whatIfs = new List<WhatIf>();
        foreach (var item in place.Member("whatIfs")?.Items(MostWhatIfs) ?? [])
        {
            if (item.IsObject("name", "risks", "links") && Changed(item, reader, model) is { } changed)
            {
                whatIfs.Add(new WhatIf(item.Needed("name")?.Text(MostText) ?? "", changed));
            }
        }

        foreach (var problem in settings.Check())
        {
            place.Refuse(problem);
        }

        return new CascadeFile(
            model, settings, whatIfs, corrections, place.Member("title")?.Text(MostText), place.Member("impactUnit")?.Text(MostText), Convert.ToHexStringLower(SHA256.HashData(json.Span)));
    }

    // The document's own problems are with the place that read them; this only says that there is no value.
    static Result<CascadeFile> Refused => RiskProblems.Unreadable.At("$", ("reason", "see above"));

    static Correction Correction(JsonPlace item)
    {
        item.IsObject("risk", "what", "factor", "reason", "by", "on");
        var what = item.Needed("what");
        var text = what?.Text(MostText) ?? "";
        if (text is not ("rates" or "impacts"))
        {
            what?.Wrong("the text rates or impacts");
        }

        return new Correction(
            item.Needed("risk")?.IdText() ?? "", text, item.Needed("factor")?.Number(0, 1_000) ?? 1, item.Needed("reason")?.Text(MostText) ?? "",
            item.Needed("by")?.Text(MostText) ?? "", item.Needed("on")?.Date() ?? default);
    }

    static List<CascadeRisk> Corrected(JsonPlace place, List<CascadeRisk> risks, List<Correction> corrections)
    {
        var corrected = new List<CascadeRisk>(risks);
        for (var i = 0; i < corrections.Count; i++)
        {
            var (one, at) = (corrections[i], corrected.FindIndex(risk => risk.Id == corrections[i].Risk));
            if (at < 0)
            {
                place.Refuse(RiskProblems.UnknownRisk.At($"$.corrections[{i}].risk", ("id", ModelCheck.Shown(one.Risk))));
                continue;
            }

            var risk = corrected[at];
            corrected[at] = one.What == "rates"
                ? risk with { Rates = Times(risk.Rates, one.Factor), RatesByExpert = [.. risk.RatesByExpert.Select(rates => Times(rates, one.Factor))] }
                : risk with { Impacts = Times(risk.Impacts, one.Factor), ImpactsByExpert = [.. risk.ImpactsByExpert.Select(impacts => Times(impacts, one.Factor))] };
        }

        return corrected;
    }

    static IReadOnlyList<double> Times(IReadOnlyList<double> values, double factor) => [.. values.Select(value => value * factor)];

    static CascadeModel? Changed(JsonPlace item, PartReader reader, CascadeModel model)
    {
        var (risks, links) = (model.Risks.ToList(), model.Links.ToList());
        var places = links.Select((link, at) => (link, at)).ToDictionary(one => (one.link.Cause, one.link.Effect), one => one.at);
        foreach (var place in item.Member("risks")?.Items(ModelCheck.MostRisks) ?? [])
        {
            var change = reader.Risk(place);
            var at = risks.FindIndex(risk => risk.Id == change.Id);
            if (at < 0)
            {
                place.Refuse(RiskProblems.UnknownRisk.At(place.Path + ".id", ("id", ModelCheck.Shown(change.Id))));
                continue;
            }

            var (rates, impacts) = (PartReader.HasRates(place), PartReader.HasImpacts(place));
            risks[at] = risks[at] with { Rates = rates ? change.Rates : risks[at].Rates, Impacts = impacts ? change.Impacts : risks[at].Impacts };
        }

        foreach (var place in item.Member("links")?.Items(ModelCheck.MostLinks) ?? [])
        {
            var change = reader.Link(place);
            if (places.TryGetValue((change.Cause, change.Effect), out var at))
            {
                links[at] = change;
            }
            else
            {
                links.Add(change);
            }
        }

        if (!reader.Sound)
        {
            return null;
        }

        if (CascadeModel.Create(model.Levels, risks, links).TryGet(out var changed, out var problems))
        {
            return changed;
        }

        foreach (var problem in problems)
        {
            item.Refuse(problem with { Field = $"{item.Path} (changed model: {problem.Field})" });
        }

        return null;
    }

    static CascadeSettings Settings(JsonPlace run)
    {
        var standard = new CascadeSettings();
        run.IsObject("seed", "minRuns", "maxRuns", "halfWidth", "relativeError", "budgetMillions", "sensitivity", "panelDraws", "panelRuns");
        return standard with
        {
            Seed = run.Member("seed")?.Whole(long.MinValue, long.MaxValue) ?? standard.Seed,
            MinRuns = (int)(run.Member("minRuns")?.Whole(20, 10_000_000) ?? standard.MinRuns),
            MaxRuns = (int)(run.Member("maxRuns")?.Whole(20, 10_000_000) ?? standard.MaxRuns),
            HalfWidth = run.Member("halfWidth")?.Number(0.0001, 1) ?? standard.HalfWidth,
            RelativeError = run.Member("relativeError")?.Number(0.0001, 1) ?? standard.RelativeError,
            BudgetMillions = (int)(run.Member("budgetMillions")?.Whole(1, 1_000_000) ?? standard.BudgetMillions),
            Sensitivity = run.Member("sensitivity")?.Yes() ?? false,
            PanelDraws = (int)(run.Member("panelDraws")?.Whole(0, 10_000) ?? 0),
            PanelRuns = (int)(run.Member("panelRuns")?.Whole(20, 100_000) ?? standard.PanelRuns),
        };
    }
}
