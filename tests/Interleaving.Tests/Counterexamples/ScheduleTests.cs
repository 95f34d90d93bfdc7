using Interleaving.Strategies;

namespace Interleaving.Tests.Counterexamples;

[TestFixture]
internal sealed class ScheduleTests
{
    [TestCase("-")]
    [TestCase("1@3:2")]
    [TestCase("1@3:2,2@5:1,0@12:3")]
    public void What_is_read_is_written_the_same(string text) => Schedule.Parse(text).ToString().ShouldBe(text);

    [Test]
    public void Equal_schedules_are_equal()
    {
        Schedule.Parse("1@3:2,2@5:1").ShouldBe(new Schedule([new Deviation(1, 3, 2), new Deviation(2, 5, 1)]));
        Schedule.Parse("1@3:2").ShouldNotBe(Schedule.Parse("1@3:3"));
    }

    [TestCase("")]
    [TestCase("1@3")]
    [TestCase("1:3@2")]
    [TestCase("1@3:2,")]
    [TestCase(" 1@3:2")]
    [TestCase("1@-3:2")]
    [TestCase("1@3:99999999999")]
    [TestCase("1@3>2")]
    [TestCase("--")]
    public void What_is_no_schedule_is_refused(string text) => Should.Throw<FormatException>(() => Schedule.Parse(text));

    [Test]
    public void The_refusal_shows_the_wrong_part_and_a_right_one() =>
        Should.Throw<FormatException>(() => Schedule.Parse("1@3:2,two@5:1")).Message.ShouldBe(
            "\"two@5:1\" is no part of a schedule; a part looks like 1@3:2 (operation 1, after 3 steps, hands over to operation 2).");

    [Test]
    public void One_place_cannot_be_decided_twice() =>
        Should.Throw<FormatException>(() => Schedule.Parse("1@3:2,1@3:4")).Message.ShouldContain("1@3");
}
