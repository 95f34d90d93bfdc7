using Interleaving;
using Interleaving.Xunit;
using Xunit;

/// <summary>Each test's name begins with what must become of it.</summary>
public sealed class Tests(ITestOutputHelper output, Tests.Shared shared) : IAsyncLifetime, IClassFixture<Tests.Shared>
{
    private int count;
    private bool ready;

    public static TheoryData<List<int>> Lists => new(new List<int> { 1 }, new List<int> { 1, 2 });

    [Interleaved]
    public async Task Fails_on_a_lost_update()
    {
        await Task.WhenAll(Task.Run(() => count++), Task.Run(() => count++));
        output.WriteLine($"count is {count}");
        Assert.Equal(2, count);
    }

    [Interleaved]
    public async Task Passes_with_an_atomic_addition()
    {
        await Task.WhenAll(Task.Run(() => Interlocked.Increment(ref count)), Task.Run(() => Interlocked.Increment(ref count)));
        Assert.Equal(2, count);
        Assert.True(ready);
    }

    [Interleaved]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Passes_theories(int number)
    {
        await Task.WhenAll(Task.Run(() => { }), Task.Run(() => { }));
        Assert.InRange(number, 1, 2);
    }

    [Interleaved]
    [MemberData(nameof(Lists))]
    public async Task Passes_theories_whose_lists_start_anew(List<int> list)
    {
        Assert.InRange(list.Count, 1, 2);
        list.AddRange([3, 4]);
        shared.Uses++;
        Assert.Equal(1, shared.Uses);
        await Task.WhenAll(Task.Run(() => { }), Task.Run(() => { }));
    }

    [Interleaved(Timeout = 1_000)]
    public async Task Fails_after_a_second_of_virtual_time() => await Task.Delay(3_600_000, TestContext.Current.CancellationToken);

    [Interleaved]
    public void Skips_by_itself() => Assert.Skip("not today");

    [Interleaved(Skip = "not today")]
    public void Skips_by_attribute() => Assert.Fail("It runs.");

    [Interleaved]
    public async Task Fails_in_the_schedule_that_does_not_skip()
    {
        await Task.WhenAll(
            Task.Run(() => Interlocked.CompareExchange(ref count, 1, 0)), Task.Run(() => Interlocked.CompareExchange(ref count, 2, 0)));
        Assert.SkipWhen(count == 1, "not today");
        Assert.Fail("The other came first.");
    }

    [Interleaved(Schedules = -5)]
    public void Fails_by_an_option_out_of_range() => Assert.NotNull(output);

    [Fact]
    public void Passes_an_exploration_by_hand() =>
        Explorer.Explore(() => Parallel.Invoke(() => { }, () => { })).ThrowIfFailed();

    [Fact]
    public void Skips_an_exploration_by_hand() => Explorer.Explore(() => Assert.Skip("not today")).ThrowIfFailed();

    public async ValueTask InitializeAsync()
    {
        await Task.Delay(10);
        ready = true;
    }

    public async ValueTask DisposeAsync() => await Task.Yield();

    public sealed class Shared
    {
        public int Uses { get; set; }
    }
}
