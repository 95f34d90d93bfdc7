using System.Reflection;
using Differential;
using Interleaving.Models;
using Interleaving.Weaving;

namespace Interleaving.Tests;

/// <summary>
/// The models are held to the platform: each program of tests/Differential runs natively and under control, and all that comes
/// out (results, exceptions with all that they say, states of tasks, tokens) is the same in every schedule.
/// </summary>
[TestFixture]
internal sealed class DifferentialTests
{
    private static readonly Dictionary<string, Func<Action<string>, Task>> Native = new(Catalog.All());
    private static readonly Dictionary<string, Func<Action<string>, Task>> Controlled = new(Woven());

    private static IEnumerable<string> Names => Native.Keys;

    [TestCaseSource(nameof(Names))]
    public void What_comes_out_is_what_the_platform_lets_out(string name)
    {
        var told = new HashSet<string>();
        var exploration = Explorer.Explore(
            () => Controlled[name](text => told.Add(text)), new ExplorationOptions { Schedules = 10 });
        exploration.Failure.ShouldBeNull($"{exploration.Message}\n{exploration.Interleaving}");
        var platform = Natively(Native[name]);
        told.SelectMany(controlled => Differences(platform, controlled)).Distinct().ShouldBeEmpty();
    }

    [Test]
    public void Each_model_that_can_be_disposed_of_is_among_them() => RedirectTable.Instance.Types
        .Where(type => type is { IsAbstract: false } && (type.IsAssignableTo(typeof(IDisposable)) || type.IsAssignableTo(typeof(IAsyncDisposable))))
        .Where(type => !Catalog.Disposed.Any(made => made.IsAssignableTo(type) || (made.IsGenericType && made.GetGenericTypeDefinition() == type)))
        .Select(type => type.FullName).ShouldBeEmpty();

    private static IEnumerable<string> Differences(string platform, string controlled)
    {
        var (expected, actual) = (platform.Split('\n'), controlled.Split('\n'));
        for (var i = 0; i < Math.Max(expected.Length, actual.Length); i++)
        {
            var (wanted, got) = (expected.ElementAtOrDefault(i), actual.ElementAtOrDefault(i));
            if (wanted != got)
                yield return $"\n  line {i + 1}, on the platform: {wanted}\n  line {i + 1}, under control:  {got}";
        }
    }

    private static string Natively(Func<Action<string>, Task> program)
    {
        var told = "";
        var thread = new Thread(() => program(text => told = text).GetAwaiter().GetResult());
        thread.Start();
        thread.Join();
        return told;
    }

    private static IEnumerable<KeyValuePair<string, Func<Action<string>, Task>>> Woven()
    {
        var woven = ProjectAssemblies.Load(typeof(Catalog).Assembly).LoadWoven("Differential");
        return (IEnumerable<KeyValuePair<string, Func<Action<string>, Task>>>)woven
            .GetType(typeof(Catalog).FullName!, throwOnError: true)!
            .GetMethod(nameof(Catalog.All), BindingFlags.Public | BindingFlags.Static)!
            .Invoke(null, null)!;
    }
}
