namespace Benchmarks.Simulation;

/// <summary>The events of Corpus.Suites.WorkStealQueue and of the program that uses it.</summary>
internal sealed class SimulatedQueue(SimulatedProgram program)
{
    private const int Items = 4;
    private readonly int[] done = new int[Items];
    private int[] items = new int[2];
    private int head;
    private int tail;
    private int? found;

    public IEnumerable<Act> Main()
    {
        yield return Act.Write("thief");
        var thief = program.Start(Thief());
        for (var i = 0; i < Items; i += 2)
        {
            foreach (var act in Push(i).Concat(Push(i + 1)).Concat(Pop()).Concat(Use()))
                yield return act;
        }

        for (var i = 0; i < Items; i += 2)
        {
            foreach (var act in Pop().Concat(Use()))
                yield return act;
        }

        yield return SimulatedProgram.Join(thief);
        for (var i = 0; i < Items; i++)
        {
            yield return Act.Read($"done{i}");
            program.Expect(done[i] == 1);
        }
    }

    private IEnumerable<Act> Thief() => Steal().Concat(Use()).Concat(Steal()).Concat(Use());

    private IEnumerable<Act> Use()
    {
        if (found is not { } item)
            yield break;
        yield return Act.Read($"done{item}");
        var times = done[item];
        yield return Act.Write($"done{item}");
        done[item] = times + 1;
    }

    private IEnumerable<Act> Push(int item)
    {
        yield return Act.Write("tail");
        var at = tail;
        yield return Act.Write("head");
        if (at < head + items.Length)
        {
            yield return Act.Write($"item{at % items.Length}");
            items[at % items.Length] = item;
            yield return Act.Write("tail");
            tail = at + 1;
            yield break;
        }

        yield return program.Enter("gate");
        yield return Act.Write("head");
        yield return Act.Write("tail");
        var (first, count) = (head, tail - head);
        yield return Act.Write("items");
        items = [.. Enumerable.Range(first, count).Select(i => items[i % items.Length]), .. new int[(2 * items.Length) - count]];
        yield return Act.Write("head");
        head = 0;
        yield return Act.Write($"item{count}");
        items[count] = item;
        yield return Act.Write("tail");
        tail = count + 1;
        yield return program.Exit("gate");
    }

    private IEnumerable<Act> Pop()
    {
        found = null;
        yield return Act.Write("tail");
        var at = tail - 1;
        yield return Act.Write("tail");
        tail = at;
        yield return Act.Write("head");
        if (head <= at)
        {
            yield return Act.Read($"item{at % items.Length}");
            found = items[at % items.Length];
            yield break;
        }

        yield return Act.Write("tail");
        tail = at + 1;
        foreach (var act in PopAlone())
            yield return act;
    }

    private IEnumerable<Act> PopAlone()
    {
        int? popped = null;
        yield return program.Enter("gate");
        yield return Act.Write("tail");
        var at = tail - 1;
        yield return Act.Write("tail");
        tail = at;
        yield return Act.Write("head");
        if (head <= at)
        {
            yield return Act.Read($"item{at % items.Length}");
            popped = items[at % items.Length];
        }
        else
        {
            yield return Act.Write("tail");
            tail = at + 1;
        }

        yield return Act.Write("head");
        if (head > at)
        {
            yield return Act.Write("head");
            head = 0;
            yield return Act.Write("tail");
            tail = 0;
            popped = null;
        }

        yield return program.Exit("gate");
        found = popped;
    }

    private IEnumerable<Act> Steal()
    {
        int? stolen = null;
        yield return program.Enter("gate");
        yield return Act.Write("head");
        var at = head;
        yield return Act.Write("head");
        head = at + 1;
        yield return Act.Write("tail");
        if (at < tail)
        {
            yield return Act.Read($"item{at % items.Length}");
            stolen = items[at % items.Length];
        }
        else
        {
            yield return Act.Write("head");
            head = at;
        }

        yield return program.Exit("gate");
        found = stolen;
    }
}
