namespace Judge.Protocol;

/// <summary>One pair of runs, in seconds.</summary>
/// <param name="SequentialWall">By the clock, for the sequential run.</param>
/// <param name="SequentialCpu">Of all the process's threads, for the sequential run.</param>
/// <param name="ConcurrentWall">By the clock, for the concurrent run.</param>
/// <param name="ConcurrentCpu">Of all the process's threads, for the concurrent run.</param>
internal sealed record Trial(double SequentialWall, double SequentialCpu, double ConcurrentWall, double ConcurrentCpu);
