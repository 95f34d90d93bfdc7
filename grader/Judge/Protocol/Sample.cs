namespace Judge.Protocol;

/// <summary>One timed run of one side.</summary>
/// <param name="Wall">Seconds by the clock.</param>
/// <param name="Cpu">Processor seconds of all the process's threads.</param>
/// <param name="Result">What it came to, as text.</param>
internal sealed record Sample(double Wall, double Cpu, string Result);
