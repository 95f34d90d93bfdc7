namespace Judge.Protocol;

/// <summary>How to time a workload.</summary>
/// <param name="Trials">Runs of the side, 1 or more.</param>
/// <param name="WarmUps">Runs that come first and are not kept.</param>
/// <param name="Seed">Draws the number of each trial, from which a workload takes its sizes: the same for both sides.</param>
/// <param name="Side">Which side to time.</param>
internal sealed record MeasurementPlan(int Trials = 9, int WarmUps = 3, int Seed = 1, WorkloadSide Side = WorkloadSide.Submission);
