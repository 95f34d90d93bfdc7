using Interleaving.NUnit;

namespace ConcurrencyKatas.TakeTurns.Suite;

[TestFixture]
public sealed class CompleteTests
{
    private const string Criterion = "complete";

    [Test, Interleaved, Category(Criterion)]
    public void Each_voucher_is_handled_once_and_in_order([Values(1, 4, 23)] int count)
    {
        var draw = Inputs.Draw();
        int[] lengths = [.. Enumerable.Range(0, count).Select(_ => draw.Next(1, 51))], order = [.. Enumerable.Range(0, count)];
        draw.Shuffle(order);
        Window.Run(async _ => await IsCompleteAsync(new(lengths) { Vouchers = order, Worth = voucher => 3 + (voucher * voucher) }));
    }

    [Test, Interleaved, Category(Criterion)]
    public void A_voucher_that_comes_twice_is_handled_twice()
    {
        var draw = Inputs.Draw();
        int twice = draw.Next(0, 4), last = draw.Next(0, 4);
        int[] vouchers = [twice, .. Enumerable.Range(0, 5), twice, last, last];
        Window.Run(async _ => await IsCompleteAsync(new(20, 7, 50, 1, 33) { Vouchers = vouchers }));
    }

    [Test, Interleaved, Category(Criterion)]
    public void A_sum_may_be_larger_than_an_int()
    {
        var million = 1_000_000L * Inputs.Draw().Next(1000, 2000);
        Window.Run(async _ => await IsCompleteAsync(new(10, 50, 10, 50, 10) { Worth = voucher => million + voucher }));
    }

    /// <summary>A voucher may be worth nothing, or less than nothing.</summary>
    [Test, Interleaved, Category(Criterion)]
    public void A_sum_may_be_zero_or_less()
    {
        Window.Run(async _ => await IsCompleteAsync(new(50, 40, 30, 20) { Worth = voucher => (voucher % 2) - 1 }));
    }

    [Test, Interleaved, Category(Criterion)]
    public void No_vouchers_are_worth_nothing() => Window.Run(async _ => await IsCompleteAsync(new()));

    [Test, Interleaved, Category(Criterion)]
    public void One_call_after_another_begins_anew()
    {
        var draw = Inputs.Draw();
        Window.Run(async _ =>
        {
            await IsCompleteAsync(new(50, 50, draw.Next(1, 51)));
            await IsCompleteAsync(new(draw.Next(1, 51), 50));
            await IsCompleteAsync(new(50, 50, 10, 10));
        });
    }

    [Test, Interleaved, Category(Criterion)]
    public void Two_calls_at_once_count_each_for_themselves()
    {
        var draw = Inputs.Draw();
        Window.Run(async _ => await Task.WhenAll(
            IsCompleteAsync(new(50, draw.Next(1, 51), 50, 7)),
            IsCompleteAsync(new(draw.Next(1, 51), 50, 50) { Worth = voucher => 1000 * voucher })));
    }

    private static async Task IsCompleteAsync(Guide guide)
    {
        var sum = await guide.ComeAsync();
        Claim.That(guide.Begun.SequenceEqual(guide.Vouchers), Wording.NotEachOnce);
        Claim.That(sum == guide.Vouchers.Sum(guide.Worth), Wording.Sum);
    }
}
