using Interleaving;
using Interleaving.NUnit;

namespace ConcurrencyKatas.SingleFlight.Suite;

[TestFixture]
public sealed class CancellationTests
{
    private const string Criterion = "cancellation";

    /// <summary>Whoever gives up is the one who began the load, or came second, or last.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task Who_gives_up_leaves_at_once_and_the_others_are_served([Values(0, 1, 2)] int place)
    {
        var draw = Inputs.Draw();
        var key = draw.Next(100, 900);
        var durations = draw.Durations(2);
        var directory = new Directory((_, _) => 2 * durations[0]);
        var cache = new Cache<int, string>(directory.LoadAsync);
        var at = TimeSpan.FromMilliseconds(draw.Next(100, 900));
        using var cancellation = new CancellationTokenSource(at);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 3).Select(i => directory.AskAsync(cache, key, i == place ? cancellation.Token : default)));

        Claim.That(answers[place].At == at, Wording.LeavesLate);
        Claim.That(answers[place].Failure is OperationCanceledException own && own.CancellationToken == cancellation.Token, Wording.NotCancelled);
        Claim.That(
            answers.Where((_, i) => i != place).All(answer => answer.Value == Directory.Value(key, 1) && answer.At == 2 * durations[0]),
            Wording.OthersCutOff);
        await directory.AskAsync(cache, key);
        Claim.That(directory.Loads(key) == 1, Wording.LoadLost);
    }

    /// <summary>The load goes on although nobody waits, and whoever comes meanwhile, or afterwards, has it.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task When_all_give_up_the_load_goes_on([Values] bool meanwhile)
    {
        var draw = Inputs.Draw();
        var key = draw.Next(100, 900);
        var duration = 2 * draw.Durations(1)[0];
        var directory = new Directory((_, _) => duration);
        var cache = new Cache<int, string>(directory.LoadAsync);
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));

        await Task.WhenAll(directory.AskAsync(cache, key, cancellation.Token), directory.AskAsync(cache, key, cancellation.Token));
        await Task.Delay(meanwhile ? TimeSpan.FromMilliseconds(500) : 2 * duration);
        var before = directory.Elapsed;
        var next = await directory.AskAsync(cache, key);

        Claim.That(directory.Loads(key) == 1 && next.Value == Directory.Value(key, 1), Wording.LoadLost);
        Claim.That(next.At == (meanwhile ? duration : before), Wording.LoadLost);
    }

    [Test, Interleaved, Category(Criterion)]
    public async Task Who_comes_with_a_cancelled_token_does_not_wait()
    {
        var draw = Inputs.Draw();
        var key = draw.Next(100, 900);
        var duration = draw.Durations(1)[0];
        var directory = new Directory((_, _) => duration);
        var cache = new Cache<int, string>(directory.LoadAsync);
        var token = new CancellationToken(canceled: true);

        var first = directory.AskAsync(cache, key);
        var late = await directory.AskAsync(cache, key, token);

        Claim.That(late.At == TimeSpan.Zero, Wording.LeavesLate);
        Claim.That(late.Failure is OperationCanceledException own && own.CancellationToken == token, Wording.NotCancelled);
        Claim.That((await first).Value == Directory.Value(key, 1), Wording.OthersCutOff);
        Claim.That(directory.Loads(key) == 1, Wording.LoadLost);
    }

    /// <summary>Two give up together, at each point there is: the one who began the load, and one who came second. A third stays.</summary>
    [Test, Interleaved(Schedules = 60), Category(Criterion)]
    public async Task At_each_step_callers_may_give_up_and_the_load_goes_on([Values] bool takesTime)
    {
        var directory = new Directory((_, _) => takesTime ? TimeSpan.FromSeconds(1) : TimeSpan.Zero);
        var cache = new Cache<int, string>(async key =>
        {
            await Task.Yield();
            return await directory.LoadAsync(key);
        });
        var token = Cancellation.Anywhere();

        Task<Answer>[] impatient = [directory.AskAsync(cache, 1, token), directory.AskAsync(cache, 1, token)];
        var patient = await directory.AskAsync(cache, 1);
        var answers = await Task.WhenAll(impatient);
        var next = await directory.AskAsync(cache, 1);

        Claim.That(answers.All(answer => answer.Value == Directory.Value(1, 1) || IsCancelled(answer, token)), Wording.NotCancelled);
        Claim.That(patient.Value == Directory.Value(1, 1), Wording.OthersCutOff);
        Claim.That(next.Value == Directory.Value(1, 1) && directory.Loads(1) == 1, Wording.LoadLost);
    }

    /// <summary>A load is in progress; somebody gives up while others come and it ends, on threads of their own.</summary>
    [Test, Interleaved, Category(Criterion)]
    public async Task At_whatever_moment_somebody_gives_up_there_is_one_load()
    {
        var directory = new Directory((_, _) => TimeSpan.Zero);
        var cache = new Cache<int, string>(async key =>
        {
            await Task.Yield();
            return await directory.LoadAsync(key);
        });
        using var cancellation = new CancellationTokenSource();

        var first = directory.AskAsync(cache, 1);
        var impatient = Task.Run(() => directory.AskAsync(cache, 1, cancellation.Token));
        var patient = Task.Run(() => directory.AskAsync(cache, 1));
        await cancellation.CancelAsync();

        Claim.That((await first).Value == Directory.Value(1, 1) && (await patient).Value == Directory.Value(1, 1), Wording.OthersCutOff);
        var (value, failure, _) = await impatient;
        Claim.That(value is not null || failure is OperationCanceledException, Wording.NotCancelled);
        await directory.AskAsync(cache, 1);
        Claim.That(directory.Loads(1) == 1, Wording.LoadLost);
    }

    private static bool IsCancelled(Answer answer, CancellationToken token) =>
        answer.Failure is OperationCanceledException own && own.CancellationToken == token;
}
