namespace Grader.Judging;

/// <summary>What a process and its descendants use at one moment.</summary>
/// <param name="CpuSeconds">Processor time so far.</param>
/// <param name="MemoryBytes">Resident memory.</param>
/// <param name="Threads">Living threads.</param>
internal readonly record struct ResourceUse(double CpuSeconds, long MemoryBytes, int Threads)
{
    public static ResourceUse operator +(ResourceUse left, ResourceUse right) =>
        new(left.CpuSeconds + right.CpuSeconds, left.MemoryBytes + right.MemoryBytes, left.Threads + right.Threads);
}
