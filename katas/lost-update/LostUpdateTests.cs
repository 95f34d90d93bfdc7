namespace ConcurrencyKatas.LostUpdate;

[TestFixture]
public sealed class LostUpdateTests
{
    [Test]
    public void It_exists() => typeof(Account).Assembly.GetName().Name.ShouldBe("LostUpdate");
}
