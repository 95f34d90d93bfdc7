namespace Corpus;

/// <summary>Tasks, awaits, continuations and completion sources.</summary>
public static class Tasks
{
    private static int total;
    private static Task<int>? cached;

    [Correct]
    public static async Task Results_of_all()
    {
        var results = await Task.WhenAll(Task.Run(() => 1), Task.Run(() => 2));
        Expect(results is [1, 2]);
    }

    [Broken(FailureKind.Assertion)]
    public static async Task Any_instead_of_all()
    {
        int first = 0, second = 0;
        await Task.WhenAny(Task.Run(() => first = 1), Task.Run(() => second = 2));
        Expect(3, first + second);
    }

    [Correct]
    public static async Task Each_as_it_completes()
    {
        var seen = new List<int>();
        await foreach (var task in Task.WhenEach(After(30), After(10), After(20)))
            seen.Add(await task);
        Expect(seen is [10, 20, 30]);
    }

    [Broken(FailureKind.Assertion)]
    public static async Task Each_as_it_was_started()
    {
        var seen = new List<int>();
        await foreach (var task in Task.WhenEach(Task.Run(() => 1), Task.Run(() => 2)))
            seen.Add(await task);
        Expect(seen is [1, 2]);
    }

    [Correct]
    public static async Task Continued_after_the_task()
    {
        var value = 0;
        await Task.Run(() => value = 1).ContinueWith(_ => value++);
        Expect(2, value);
    }

    [Broken(FailureKind.DataRace)]
    public static async Task Continued_beside_the_task()
    {
        var value = 0;
        var task = Task.Run(() => value = 1);
        await Task.Run(() => value++);
        await task;
    }

    [Correct]
    public static async Task Awaited_save()
    {
        await Save();
        Expect(1, total);
    }

    [Broken(FailureKind.Assertion)]
    public static async Task Fire_and_forget()
    {
        _ = Save();
        Expect(1, total);
    }

    [Correct]
    public static async Task Failure_of_an_async_method_is_caught()
    {
        try
        {
            await Fail();
            Expect(false);
        }
        catch (FormatException)
        {
            total++;
        }
    }

    [Broken(FailureKind.UnhandledException)]
    public static async Task Failure_of_an_async_void_method_is_not()
    {
        try
        {
            Void();
            await Task.Delay(100);
        }
        catch (FormatException)
        {
            total++;
        }

        static async void Void() => await Fail();
    }

    [Correct]
    public static async Task First_answer_counts()
    {
        var answer = new TaskCompletionSource<int>(TaskCreationOptions.RunContinuationsAsynchronously);
        var asked = Together(() => Answer(1), () => Answer(2));
        Expect(await answer.Task is 1 or 2);
        await asked;

        async Task Answer(int value)
        {
            await Task.Yield();
            answer.TrySetResult(value);
        }
    }

    [Broken(FailureKind.Assertion)]
    public static async Task Second_answer_throws()
    {
        var answer = new TaskCompletionSource<int>();
        var asked = Together(() => Answer(1), () => Answer(2));
        await answer.Task;
        await asked;

        async Task Answer(int value)
        {
            await Task.Yield();
            answer.SetResult(value);
        }
    }

    [Correct]
    public static async Task Answered_when_the_work_throws()
    {
        var answer = new TaskCompletionSource();
        _ = Task.Run(async () =>
        {
            try
            {
                await Fail();
            }
            catch (FormatException e)
            {
                answer.SetException(e);
            }
        });
        await Task.WhenAny(answer.Task);
        Expect(answer.Task.IsFaulted);
    }

    [Broken(FailureKind.Deadlock)]
    public static async Task Not_answered_when_the_work_throws()
    {
        var answer = new TaskCompletionSource();
        _ = Task.Run(async () =>
        {
            await Fail();
            answer.SetResult();
        });
        await answer.Task;
    }

    [Correct]
    public static async Task Loaded_once()
    {
        var lazy = new Lazy<Task<int>>(Load);
        await Twice(async () => Expect(7, await lazy.Value));
        Expect(1, total);
    }

    [Broken(FailureKind.DataRace)]
    public static async Task Loaded_by_each()
    {
        await Twice(async () => Expect(7, await (cached ??= Load())));
        Expect(1, total);
    }

    [Correct]
    public static async Task Looked_up_again_after_the_wait()
    {
        using var gate = new SemaphoreSlim(1);
        var loads = 0;
        await Twice(async () =>
        {
            await gate.WaitAsync();
            if (loads == 0)
            {
                await Task.Delay(10);
                loads++;
            }

            gate.Release();
        });
        Expect(1, loads);
    }

    [Broken(FailureKind.Assertion)]
    public static async Task Not_looked_up_again_after_the_wait()
    {
        using var gate = new SemaphoreSlim(1);
        var loads = 0;
        await Twice(async () =>
        {
            if (Volatile.Read(ref loads) > 0)
                return;
            await gate.WaitAsync();
            Interlocked.Increment(ref loads);
            gate.Release();
        });
        Expect(1, loads);
    }

    [Correct]
    public static async Task Results_gathered_by_the_caller()
    {
        var all = await Task.WhenAll(Enumerable.Range(1, 3).Select(async i =>
        {
            await Task.Yield();
            return i;
        }));
        Expect(6, all.Sum());
    }

    [Broken(FailureKind.DataRace)]
    public static async Task Results_gathered_by_each()
    {
        var all = new List<int>();
        await Task.WhenAll(Enumerable.Range(1, 3).Select(async i =>
        {
            await Task.Yield();
            all.Add(i);
        }));
        Expect(3, all.Count);
    }

    [Correct]
    public static async Task Disposed_after_the_last_use()
    {
        await Use();

        static async Task Use()
        {
            await using var resource = new Resource();
            await resource.Read();
        }
    }

    [Broken(FailureKind.DataRace)]
    public static async Task Disposed_before_the_last_use()
    {
        await Use();

        static Task Use()
        {
            using var resource = new Resource();
            return resource.Read();
        }
    }

    [Correct]
    public static async Task All_failures_are_told()
    {
        var both = Task.WhenAll(Fail(), Fail());
        await Task.WhenAny(both);
        Expect(2, both.Exception!.InnerExceptions.Count);
    }

    [Broken(FailureKind.Assertion)]
    public static async Task Slower_failure_is_lost()
    {
        Task quick = Task.Run(() => { }), failing = Task.Run(() => throw new FormatException());
        Expect(await Task.WhenAny(failing, quick) == failing);
    }

    private static async Task<int> After(int milliseconds)
    {
        await Task.Delay(milliseconds);
        return milliseconds;
    }

    private static async Task Save()
    {
        await Task.Delay(10);
        total++;
    }

    private static async Task Fail()
    {
        await Task.Yield();
        throw new FormatException();
    }

    private static async Task<int> Load()
    {
        Interlocked.Increment(ref total);
        await Task.Yield();
        return 7;
    }

    private sealed class Resource : IDisposable, IAsyncDisposable
    {
        private bool disposed;

        public async Task Read()
        {
            await Task.Delay(10);
            ObjectDisposedException.ThrowIf(disposed, this);
        }

        public void Dispose() => disposed = true;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
