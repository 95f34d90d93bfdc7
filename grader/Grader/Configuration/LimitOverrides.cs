namespace Grader.Configuration;

/// <summary>A kata's own limits; what is left out is as in the file's common <see cref="Limits"/>.</summary>
internal sealed record LimitOverrides(
    int? WallSeconds = null,
    int? CpuSeconds = null,
    int? MemoryMegabytes = null,
    int? Threads = null,
    int? OutputKilobytes = null)
{
    public Limits Over(Limits common) => new(
        WallSeconds ?? common.WallSeconds,
        CpuSeconds ?? common.CpuSeconds,
        MemoryMegabytes ?? common.MemoryMegabytes,
        Threads ?? common.Threads,
        OutputKilobytes ?? common.OutputKilobytes);
}
