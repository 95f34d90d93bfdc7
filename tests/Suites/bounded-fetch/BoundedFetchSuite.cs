namespace ConcurrencyKatas.BoundedFetch.Suite;

[TestFixture]
public sealed class BoundedFetchSuite
{
    [Test]
    public void It_exists() => typeof(Fetcher).Assembly.GetName().Name.ShouldBe("BoundedFetch");
}
