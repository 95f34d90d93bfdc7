namespace Judge.Protocol;

/// <summary>How to time a workload.</summary>
/// <param name="Trials">Pairs of one sequential and one concurrent run, 1 or more.</param>
/// <param name="WarmUps">Pairs that are run first and not kept.</param>
/// <param name="Seed">Decides which of a pair runs first.</param>
internal sealed record MeasurementPlan(int Trials = 9, int WarmUps = 3, int Seed = 1);
