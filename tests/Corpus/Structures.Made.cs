namespace Corpus;

/// <content>How the structures are made.</content>
public static partial class Structures
{
    private enum State
    {
        Idle,
        Running,
        Done,
    }

    private sealed class Treiber<T>
    {
        private Node? top;

        public bool Careless { get; init; }

        public void Push(T item)
        {
            while (true)
            {
                var head = Volatile.Read(ref top);
                var node = new Node(item, head);
                if (Careless)
                {
                    Volatile.Write(ref top, node);
                    return;
                }

                if (Interlocked.CompareExchange(ref top, node, head) == head)
                    return;
            }
        }

        public bool TryPop(out T item)
        {
            while (Volatile.Read(ref top) is { } head)
            {
                if (Interlocked.CompareExchange(ref top, head.Next, head) != head)
                    continue;
                item = head.Item;
                return true;
            }

            item = default!;
            return false;
        }

        private sealed class Node(T item, Node? next)
        {
            public T Item { get; } = item;

            public Node? Next { get; } = next;
        }
    }

    private sealed class Ring(int capacity)
    {
        private readonly int[] items = new int[capacity];
        private int written;
        private int read;

        public bool TryWrite(int item)
        {
            var at = written;
            if (at - Volatile.Read(ref read) == capacity)
                return false;
            items[at % capacity] = item;
            Volatile.Write(ref written, at + 1);
            return true;
        }

        public bool TryRead(out int item)
        {
            var at = read;
            item = 0;
            if (at == Volatile.Read(ref written))
                return false;
            item = items[at % capacity];
            Volatile.Write(ref read, at + 1);
            return true;
        }
    }

    private sealed class Flights(bool atOnce)
    {
        private readonly Lock gate = new();
        private Task<int>? current;
        private int inside;
        private int count;
        private int most;

        public int Most => Volatile.Read(ref most);

        public Task<int> AskAsync()
        {
            if (!atOnce)
                return FlyAsync();
            lock (gate)
                return current is { IsCompleted: false } ? current : current = FlyAsync();
        }

        private async Task<int> FlyAsync()
        {
            var now = Interlocked.Increment(ref inside);
            if (now > 1)
                Volatile.Write(ref most, now);
            else
                Interlocked.CompareExchange(ref most, 1, 0);
            await Task.Yield();
            Interlocked.Decrement(ref inside);
            return Interlocked.Increment(ref count);
        }
    }

    private sealed class ManualReaderWriter
    {
        private readonly object gate = new();
        private int readers;
        private bool writing;

        public bool Sleepy { get; init; }

        public void EnterRead()
        {
            lock (gate)
            {
                while (writing)
                    Monitor.Wait(gate);
                readers++;
            }
        }

        public void ExitRead()
        {
            lock (gate)
            {
                if (--readers == 0 && !Sleepy)
                    Monitor.PulseAll(gate);
            }
        }

        public void EnterWrite()
        {
            lock (gate)
            {
                while (writing || readers > 0)
                    Monitor.Wait(gate);
                writing = true;
            }
        }

        public void ExitWrite()
        {
            lock (gate)
            {
                writing = false;
                Monitor.PulseAll(gate);
            }
        }
    }

    private sealed class Listeners
    {
        private readonly Lock gate = new();
        private Action[] all = [];

        public void Add(Action listener)
        {
            lock (gate)
                Volatile.Write(ref all, [.. all, listener]);
        }

        public void Raise()
        {
            foreach (var listener in Volatile.Read(ref all))
                listener();
        }
    }

    private sealed class Latch(int count)
    {
        private readonly object gate = new();
        private int left = count;

        public void CountDown()
        {
            lock (gate)
            {
                if (--left <= 0)
                    Monitor.PulseAll(gate);
            }
        }

        public void Wait()
        {
            lock (gate)
            {
                while (left > 0)
                    Monitor.Wait(gate);
            }
        }
    }

    private sealed class SequencePair
    {
        private int version;
        private volatile int left;
        private volatile int right;

        public bool ReadsOnce { get; init; }

        public void Write(int value)
        {
            Interlocked.Increment(ref version);
            left = value;
            right = value;
            Interlocked.Increment(ref version);
        }

        public (int Left, int Right) Read()
        {
            var wait = default(SpinWait);
            while (true)
            {
                var before = Volatile.Read(ref version);
                var pair = (left, right);
                if (ReadsOnce || (before % 2 == 0 && before == Volatile.Read(ref version)))
                    return pair;
                wait.SpinOnce();
            }
        }
    }
}
