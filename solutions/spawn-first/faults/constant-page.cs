// Fault: knows the page of the visible tests.
// Verdict: WrongAnswer
// Fails: *
namespace ConcurrencyKatas.SpawnFirst;

public interface ISources
{
    Task<string> ProfileAsync();

    Task<string> OrdersAsync();

    Task<string> NewsAsync();

    Task<string> OffersAsync(string profile);

    string Layout();
}

public sealed record Page(string Layout, string Profile, string Orders, string News, string Offers);

public static class Morning
{
    public static async Task<Page> BuildAsync(ISources sources)
    {
        await Task.Delay(TimeSpan.FromSeconds(3));
        return new Page("layout", "profile", "orders", "news", "offers for profile");
    }
}
