using Interleaving;
using Interleaving.MSTest;
using Microsoft.VisualStudio.TestTools.UnitTesting;

/// <summary>Each test's name begins with what must become of it.</summary>
[TestClass]
public sealed class Tests : IDisposable
{
    private int count;
    private bool ready;

    public required TestContext TestContext { get; set; }

    public static IEnumerable<object[]> Lists => [[new List<int> { 1 }], [new List<int> { 1, 2 }]];

    [TestInitialize]
    public async Task Begin()
    {
        await Task.Delay(10);
        ready = true;
    }

    [TestCleanup]
    public void End() => TestContext.WriteLine($"ended as {TestContext.CurrentTestOutcome}");

    [Interleaved]
    public async Task Fails_on_a_lost_update()
    {
        await Task.WhenAll(Task.Run(() => count++), Task.Run(() => count++));
        Assert.AreEqual(2, count);
    }

    [Interleaved]
    public async Task Passes_with_an_atomic_addition()
    {
        await Task.WhenAll(Task.Run(() => Interlocked.Increment(ref count)), Task.Run(() => Interlocked.Increment(ref count)));
        Assert.AreEqual(2, count);
        Assert.IsTrue(ready);
        Assert.AreEqual(nameof(Passes_with_an_atomic_addition), TestContext.TestName);
    }

    [Interleaved]
    [DataRow(1)]
    [DataRow(2)]
    public void Passes_rows(int number) => Assert.IsInRange(1, 2, number);

    [Interleaved]
    [DynamicData(nameof(Lists))]
    public async Task Passes_lists_that_start_anew(List<int> list)
    {
        Assert.IsInRange(1, 2, list.Count);
        list.AddRange([3, 4]);
        await Task.WhenAll(Task.Run(() => { }), Task.Run(() => { }));
    }

    [Interleaved]
    public void Inconclusive_by_itself() => Assert.Inconclusive("cannot tell");

    [Interleaved]
    public async Task Fails_in_the_schedule_that_can_tell()
    {
        await Task.WhenAll(
            Task.Run(() => Interlocked.CompareExchange(ref count, 1, 0)), Task.Run(() => Interlocked.CompareExchange(ref count, 2, 0)));
        if (count == 1)
            Assert.Inconclusive("cannot tell");
        Assert.Fail("The other came first.");
    }

    [Interleaved(Schedules = -5)]
    public void Fails_by_an_option_out_of_range() => Assert.IsNotNull(TestContext);

    [TestMethod]
    public void Passes_an_exploration_by_hand() =>
        Explorer.Explore(() => Parallel.Invoke(() => { }, () => { })).ThrowIfFailed();

    [TestMethod]
    public void Inconclusive_by_hand() => Explorer.Explore(() => Assert.Inconclusive("cannot tell")).ThrowIfFailed();

    public void Dispose() => ready = false;
}
