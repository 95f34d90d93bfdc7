namespace ConcurrencyKatas.BoundedFetch;

[TestFixture]
public sealed class BoundedFetchTests
{
    [Test]
    public void It_exists() => typeof(Fetcher).Assembly.GetName().Name.ShouldBe("BoundedFetch");
}
