using Interleaving.NUnit;

namespace ConcurrencyKatas.SamplingProfiler.Suite;

/// <summary>A worker changes its stack while others look. The engine's race detector looks, too.</summary>
[TestFixture]
public sealed class WholeStacksTests
{
    private const string Criterion = "whole-stacks";

    [Test, Interleaved, Category(Criterion)]
    public async Task Only_stacks_that_were_are_seen()
    {
        var probe = new Profiler(Counts.Milliseconds(10)).Register();
        var name = $"parse{Inputs.Draw().Next(100, 900)}";
        string[] were = ["", "main", $"main;{name}", "main;render", "main;render;draw"];

        var looks = await Task.WhenAll(Task.Run(Work), Task.Run(() => Look(probe)), Task.Run(() => Look(probe)));

        Claim.That(looks.SelectMany(seen => seen).All(were.Contains), Wording.NeverWas);

        string[] Work()
        {
            using var main = probe.Enter("main");
            probe.Enter(name).Dispose();
            using var render = probe.Enter("render");
            using var draw = probe.Enter("draw");
            return [];
        }
    }

    /// <summary>The looks fall on the instants of the changes: either stack is right, and no other.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Looks_at_the_instants_of_changes_see_one_side_or_the_other()
    {
        var profiler = new Profiler(Counts.Milliseconds(10));
        var probe = profiler.Register();
        string[] were = ["main;one", "main;two", "main"];

        var sampling = profiler.SampleAsync(Counts.Milliseconds(30));
        await Task.WhenAll(Task.Run(Work), sampling);

        var counts = await sampling;
        Claim.That(counts.Keys.All(were.Contains), Wording.NeverWas);

        void Work()
        {
            using var main = probe.Enter("main");
            foreach (var name in (string[])["one", "two", "one"])
            {
                using (probe.Enter(name))
                    Thread.Sleep(10);
            }

            Thread.Sleep(5);
        }
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Workers_may_register_at_the_same_time()
    {
        var profiler = new Profiler(Counts.Milliseconds(10));

        var sampling = profiler.SampleAsync(Counts.Milliseconds(20));
        await Task.WhenAll(Task.Run(() => Work("one")), Task.Run(() => Work("two")), sampling);

        var counts = await sampling;
        Claim.That(counts.Keys.All(stack => stack is "one" or "two"), Wording.NeverWas);

        void Work(string name)
        {
            using var frame = profiler.Register().Enter(name);
            Thread.Sleep(25);
        }
    }

    [Test, Interleaved, Category(Criterion)]
    public void Whoever_leaves_is_where_it_was_before()
    {
        var draw = Inputs.Draw();
        var probe = new Profiler(Counts.Milliseconds(10)).Register();
        var stacks = new Stack<(IDisposable Frame, string Before)>();
        for (var step = 0; step < 20; step++)
        {
            if (stacks.Count == 0 || draw.Next(3) > 0)
            {
                var (before, name) = (probe.Stack, draw.Next(2) == 0 ? "main" : "parse");
                stacks.Push((probe.Enter(name), before));
                Claim.That(probe.Stack == (before.Length == 0 ? name : $"{before};{name}"), Wording.NeverWas);
            }
            else
            {
                var (frame, before) = stacks.Pop();
                frame.Dispose();
                Claim.That(probe.Stack == before, Wording.Restored);
            }
        }
    }

    [Test, Interleaved, Category(Criterion)]
    public void Leaving_twice_leaves_once()
    {
        var probe = new Profiler(Counts.Milliseconds(10)).Register();
        using var main = probe.Enter("main");
        var parse = probe.Enter("parse");
        parse.Dispose();
        parse.Dispose();
        Claim.That(probe.Stack == "main", Wording.LeftTwice);
        using var render = probe.Enter("render");
        parse.Dispose();
        Claim.That(probe.Stack == "main;render", Wording.LeftTwice);
    }

    private static string[] Look(Probe probe) => [probe.Stack, probe.Stack];
}
