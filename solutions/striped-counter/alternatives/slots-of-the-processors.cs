// Alternative: a padded struct for each processor, found by the processor that the thread runs on just now.
using System.Runtime.CompilerServices;

namespace ConcurrencyKatas.StripedCounter;

public sealed class HotCounter
{
    private readonly Slot[] _slots = new Slot[Environment.ProcessorCount + 1];

    public void Add(long amount) => Interlocked.Add(ref _slots[1 + (Thread.GetCurrentProcessorId() % Environment.ProcessorCount)].Sum, amount);

    public long Total
    {
        get
        {
            long total = 0;
            for (var slot = 1; slot < _slots.Length; slot++)
                total += Interlocked.Read(ref _slots[slot].Sum);
            return total;
        }
    }

    private struct Slot
    {
        public long Sum;
        private InlineArray15<long> _padding;
    }
}
