using System.Runtime.CompilerServices;
using Interleaving.Frameworks;
using Interleaving.Models.Cancellation;
using Interleaving.SourceMap;
using Interleaving.Weaving;
using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace Interleaving.NUnit;

/// <summary>One execution of a test: a new fixture, its set-up, the test, its tear-down.</summary>
/// <param name="original">The test as NUnit found it.</param>
/// <param name="test">Its woven twin.</param>
/// <param name="cancelAfter">Virtual time after which its token is cancelled; null when never.</param>
internal sealed class TestBody(TestMethod original, TestMethod test, TimeSpan? cancelAfter)
{
    private static readonly object?[] None = [];

    private readonly FixtureMethods around = FixtureMethods.Of(test);
    private readonly object?[] fixtureArguments = FixtureMethods.FixtureOf(test)?.Arguments ?? None;
    private TestResult? result;

    /// <summary>What the last execution wrote, to the console or to its test's context.</summary>
    public string Output => result?.Output ?? "";

    /// <summary>
    /// Runs as the first operation of an execution. The task, if there is one, is the rest of the test; where something is
    /// to be done after it, this operation waits for it under control instead.
    /// </summary>
    public Task Run()
    {
        WovenContext.Enter(test.Method.MethodInfo.Module.Assembly);
        var context = TestExecutionContext.CurrentContext;
        context.CurrentTest = Shown;
        context.CurrentResult = result = test.MakeTestResult();
        var deadline = Deadline(context);
        var copy = new ObjectCopy();
        var fixture = test.Method.MethodInfo.IsStatic ? null : TestSteps.Construct(test.TypeInfo!.Type, [.. fixtureArguments.Select(copy.Of)]);
        context.TestObject = fixture;
        var arguments = Arguments(copy, context);
        IReadOnlyCollection<Func<Task>> after =
            [.. around.After.Select(method => (Func<Task>)(() => TestSteps.Invoke(fixture, method))), .. TestSteps.Disposal(fixture)];
        return TestSteps.Run(
            () =>
            {
                foreach (var method in around.Before)
                    TestSteps.Wait(TestSteps.Invoke(fixture, method));
            },
            () => deadline is null
                ? TestSteps.Invoke(fixture, test.Method.MethodInfo, arguments)
                : InTime(() => TestSteps.Invoke(fixture, test.Method.MethodInfo, arguments), deadline.Value),
            after,
            Tell);
    }

    /// <summary>The tear-down may ask the context how the test ended.</summary>
    private void Tell(Exception? failure)
    {
        if (failure is null)
            result!.SetResult(ResultState.Success);
        else
            result!.RecordException(failure);
    }

    private Task InTime(Func<Task> code, CancellationToken deadline)
    {
        try
        {
            TestSteps.Wait(code());
            return Task.CompletedTask;
        }
        catch (OperationCanceledException e) when (deadline.IsCancellationRequested)
        {
            throw new AssertionException($"Test exceeded CancelAfter value of {cancelAfter!.Value.TotalMilliseconds}ms", e);
        }
    }

    /// <summary>
    /// The test in whose name the execution runs: the twin has no file, so that <see cref="TestContext.TestDirectory"/> would have
    /// no answer. Where arguments are objects of woven types, whoever asks the context for them needs those.
    /// </summary>
    private TestMethod Shown => Array.Exists(test.Arguments, argument => argument is not null && SiteTable.IsIn(argument.GetType().Assembly))
        ? test
        : original;

    /// <summary>NUnit's token, but cancelled when its virtual time has come.</summary>
    private CancellationToken? Deadline(TestExecutionContext context)
    {
        if (cancelAfter is not { } delay)
            return null;
        var token = CancellationTokenSourceModel.New(delay).Token;
        SetToken(context, token);
        return token;
    }

    private object?[] Arguments(ObjectCopy copy, TestExecutionContext context)
    {
        var arguments = test.Arguments.Select(copy.Of);
        var parameters = test.Method.MethodInfo.GetParameters();
        return parameters.Length == test.Arguments.Length + 1 && parameters[^1].ParameterType == typeof(CancellationToken)
            ? [.. arguments, context.CancellationToken]
            : [.. arguments];
    }

    [UnsafeAccessor(UnsafeAccessorKind.Method, Name = "set_CancellationToken")]
    private static extern void SetToken(TestExecutionContext context, CancellationToken token);
}
