using Belfry.Bench;

// Every figure in docs/figures.md comes from here: bench AREA NAME [options]. A run writes bench/results/AREA-NAME.json.
return await Benches.RunAsync(args);
