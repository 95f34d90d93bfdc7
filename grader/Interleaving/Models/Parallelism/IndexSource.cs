using Interleaving.Scheduling;

namespace Interleaving.Models.Parallelism;

/// <summary>
/// A range of numbers, divided as the platform divides it: each worker starts in a part of its own, takes chunks of 1, 2, 4, 8,
/// 16, 16, … from it, and helps in the parts of the others when its own is done. A range may be longer than a <see cref="long"/>
/// can say, and end at its largest value.
/// </summary>
internal sealed class IndexSource(long from, long to) : ILoopSource<long>
{
    private const int LargestChunk = 16;
    private Part[] parts = [];

    public long Count => (long)Int128.Clamp((Int128)to - from, 0, long.MaxValue);

    public void Divide(int workers)
    {
        var size = Int128.Max(1, ((Int128)to - from + workers - 1) / workers);
        parts = [.. Enumerable.Range(0, workers).Select(i => new Part(Bound(i), Bound(i + 1)))];

        long Bound(int part) => (long)Int128.Min(to, from + (part * size));
    }

    public IEnumerable<(long Item, long Index)> Take(Operation operation, int worker)
    {
        for (var i = 0; i < parts.Length; i++)
        {
            var part = parts[(worker + i) % parts.Length];
            for (var chunk = 1; ; chunk = Math.Min(LargestChunk, chunk * 2))
            {
                operation.Arrive(part);
                var first = part.Next;
                if (first >= part.End)
                    break;
                var next = part.Next = (ulong)(part.End - first) <= (ulong)chunk ? part.End : first + chunk;
                for (var index = first; index < next; index++)
                    yield return (index, index);
            }
        }
    }

    private sealed class Part(long first, long end)
    {
        public long Next { get; set; } = first;

        public long End => end;
    }
}
