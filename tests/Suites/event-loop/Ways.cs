namespace ConcurrencyKatas.EventLoop.Suite;

/// <summary>The ways in which a callback comes to a loop.</summary>
public enum Way
{
    /// <summary>By CallSoon.</summary>
    Soon,

    /// <summary>By CallLater.</summary>
    Later,

    /// <summary>By Post.</summary>
    Post,

    /// <summary>As the beginning of main.</summary>
    Main,
}

/// <summary>Runs loops in the ways that several criteria need.</summary>
internal static class Ways
{
    /// <summary>Runs the loop until a callback sets the end; that happens on the loop, so nobody has to wake it for it.</summary>
    public static void RunUntil(this EventLoop loop, Action<Action> main) => loop.Run(() =>
    {
        var end = new TaskCompletionSource();
        main(() => end.TrySetResult());
        return end.Task;
    });

    /// <summary>Lets a callback through, in a run of its own, and all that was in the queue before it.</summary>
    public static void RunWhatIsThere(this EventLoop loop) => loop.RunUntil(end => loop.CallSoon("end", end));

    /// <summary>Has the callback run, in the given way and in a run of its own.</summary>
    /// <returns>The name under which it is reported.</returns>
    public static string RunOne(this EventLoop loop, Way way, string name, Action callback)
    {
        loop.RunUntil(end =>
        {
            Action last = () => loop.CallSoon("end", end);
            if (way == Way.Main)
            {
                last();
                callback();
            }
            else if (way == Way.Later)
            {
                loop.CallLater(TimeSpan.FromMilliseconds(5), name, () => { last(); callback(); });
            }
            else if (way == Way.Post)
            {
                loop.Post(_ => { last(); callback(); }, null);
            }
            else
            {
                loop.CallSoon(name, () => { last(); callback(); });
            }
        });
        return way switch { Way.Main => "main", Way.Post => "Post", Way.Soon or Way.Later => name };
    }

    /// <summary>What a run threw; null when it threw nothing.</summary>
    public static Exception? Thrown(Action run)
    {
        try
        {
            run();
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
    }

    public static Thread Started(Action action)
    {
        var thread = new Thread(() => action());
        thread.Start();
        return thread;
    }

    public static TimeSpan Milliseconds(int count) => TimeSpan.FromMilliseconds(count);
}
