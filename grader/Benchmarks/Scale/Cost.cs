namespace Benchmarks.Scale;

/// <summary>What a command took.</summary>
/// <param name="WallSeconds">From its start to its end.</param>
/// <param name="CpuSeconds">Processor time that the whole machine used meanwhile.</param>
/// <param name="PeakBytes">The most memory that the command itself held, without what it started; 0 where /proc does not tell.</param>
internal readonly record struct Cost(double WallSeconds, double CpuSeconds, long PeakBytes);
