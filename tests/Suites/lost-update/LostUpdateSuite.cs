namespace ConcurrencyKatas.LostUpdate.Suite;

[TestFixture]
public sealed class LostUpdateSuite
{
    [Test]
    public void It_exists() => typeof(Account).Assembly.GetName().Name.ShouldBe("LostUpdate");
}
