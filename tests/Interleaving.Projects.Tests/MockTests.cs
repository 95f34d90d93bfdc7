using FakeItEasy;
using Interleaving.NUnit;
using Moq;
using NSubstitute;

namespace Interleaving.Projects.Tests;

/// <summary>Moq, NSubstitute and FakeItEasy: they are not woven, and stand in for types that are.</summary>
public sealed class MockTests
{
    public interface IRates
    {
        Task<int> Of(string currency);
    }

    [Test, Interleaved]
    public async Task Moq_stands_in()
    {
        var rates = new Mock<IRates>();
        rates.Setup(one => one.Of(It.IsAny<string>())).Returns(async () =>
        {
            await Task.Delay(100);
            return 2;
        });
        await BothUse(rates.Object, guarded: true);
        rates.Verify(one => one.Of("EUR"), Moq.Times.Exactly(2));
    }

    [Test, Interleaved]
    public async Task NSubstitute_stands_in()
    {
        var rates = Substitute.For<IRates>();
        rates.Of("EUR").Returns(Task.FromResult(2));
        await BothUse(rates, guarded: true);
        await rates.Received(2).Of("EUR");
    }

    [Test, Interleaved]
    public async Task FakeItEasy_stands_in()
    {
        var rates = A.Fake<IRates>();
        A.CallTo(() => rates.Of("EUR")).Returns(Task.FromResult(2));
        await BothUse(rates, guarded: true);
    }

    [Test]
    public void A_race_beside_a_mock_of_Moq_is_found()
    {
        var exploration = Explorer.Explore(async () =>
        {
            var rates = new Mock<IRates>();
            rates.Setup(one => one.Of("EUR")).ReturnsAsync(2);
            await BothUse(rates.Object, guarded: false);
        });
        exploration.Failure.ShouldBe(FailureKind.DataRace, exploration.Message);
    }

    [Test]
    public void A_race_beside_a_substitute_is_found()
    {
        var exploration = Explorer.Explore(async () =>
        {
            var rates = Substitute.For<IRates>();
            rates.Of("EUR").Returns(Task.FromResult(2));
            await BothUse(rates, guarded: false);
        });
        exploration.Failure.ShouldBe(FailureKind.DataRace, exploration.Message);
    }

    [Test, Interleaved]
    public void A_matcher_that_is_called_under_a_lock_of_the_library_hangs_nobody()
    {
        var asked = 0;
        var rates = new Mock<IRates>();
        Func<string, bool> matches = currency =>
        {
            Interlocked.Increment(ref asked);
            return currency.Length == 3;
        };

        rates.Setup(one => one.Of(It.Is<string>(currency => matches(currency)))).Returns(Task.FromResult(2));
        Task.WaitAll(Task.Run(() => rates.Object.Of("EUR")), Task.Run(() => rates.Object.Of("USD")));
        Volatile.Read(ref asked).ShouldBeGreaterThanOrEqualTo(2);
    }

    private static async Task BothUse(IRates rates, bool guarded)
    {
        var gate = new Lock();
        var total = 0;
        async Task Add()
        {
            var rate = await rates.Of("EUR");
            if (guarded)
            {
                lock (gate)
                    total += rate;
            }
            else
            {
                total += rate;
            }
        }

        await Task.WhenAll(Task.Run(Add), Task.Run(Add));
        total.ShouldBe(4);
    }
}
