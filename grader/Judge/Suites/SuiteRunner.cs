using System.Globalization;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Interleaving;
using Interleaving.Exploring;
using Interleaving.SourceMap;
using Interleaving.Weaving;
using Judge.Protocol;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;

namespace Judge.Suites;

/// <summary>Runs a hidden suite by NUnit's own runner, in this process.</summary>
internal static class SuiteRunner
{
    /// <summary>
    /// An answer that polls for ever comes to its end in each test that it fails, three times over. No run of the reference
    /// solutions and alternatives has more than 3,600 steps; a test that is longer by its nature says so itself.
    /// </summary>
    private const int MaxSteps = 20_000;

    /// <summary>
    /// Sends <see cref="SuiteFound"/>, then a <see cref="TestFinished"/> for each test. Throws
    /// <see cref="SuiteMismatchException"/> when the suite does not load with this submission, and
    /// <see cref="InvalidDataException"/> when the suite itself is not as it should be.
    /// </summary>
    public static void Run(JudgeRequest request, Action<JudgeFrame> send)
    {
        // Whatever ran here before is another program's.
        Sites.Clear();
        ModuleInitializers.Clear();
        var context = Load(request);
        Run(context.LoadWoven(request.Suite), request, send);
        GC.KeepAlive(context);
    }

    /// <summary>The suite's assembly and the submission that it is bound to.</summary>
    public static WovenContext Load(JudgeRequest request)
    {
        var context = new WovenContext("woven");
        foreach (var image in request.Woven)
            context.Add(new WovenAssembly(image.Name, image.Pe, image.Pdb, [], 0));
        return context;
    }

    /// <summary>The same for a suite that is loaded already.</summary>
    public static void Run(Assembly suite, JudgeRequest request, Action<JudgeFrame> send)
    {
        var session = Session.Current = new Session { Defaults = Defaults(request) };
        var runner = new NUnitTestAssemblyRunner(new DefaultTestAssemblyBuilder());
        var root = runner.Load(suite, Settings(request.Exploration));
        if (root.RunState == RunState.NotRunnable)
            throw new SuiteMismatchException("The submission does not fit its contract: " + (request.Discreet ? Unloadable(suite, request) : root.Properties.Get("_SKIPREASON")));
        var selection = TestSelection.Of(root, request);
        send(new SuiteFound(selection.Tests));
        if (selection.Tests.Count == 0)
            return;
        var listener = new ResultListener(selection, request.Discreet, send);
        session.Profiled = listener.Profiled;
        runner.Run(listener, selection);
    }

    /// <summary>Which types of the submission do not load, in words of our own: the runtime's name the types and methods of the suite as well.</summary>
    private static string Unloadable(Assembly suite, JudgeRequest request)
    {
        string[] names = [];
        try
        {
            _ = suite.GetTypes();
        }
        catch (ReflectionTypeLoadException e)
        {
            names = [.. e.LoaderExceptions.OfType<TypeLoadException>().Select(one => one.TypeName).Intersect(request.Woven.Where(image => image.Name != request.Suite).SelectMany(Types))];
        }

        return (names.Length > 0 ? string.Join(", ", names) : "one of its types") + " does not load together with the hidden tests. "
            + "Keep each type of the stub what it is there: a class, a record, a struct or an interface.";
    }

    /// <summary>Full names of the types that an assembly declares, nested ones apart.</summary>
    private static List<string> Types(AssemblyImage image)
    {
        using var pe = new PEReader([.. image.Pe]);
        var metadata = pe.GetMetadataReader();
        return
        [
            .. metadata.TypeDefinitions.Select(metadata.GetTypeDefinition)
                .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}".TrimStart('.')),
        ];
    }

    private static RunDefaults Defaults(JudgeRequest request) =>
        new(request.Exploration.Schedules, request.Exploration.Seed)
        {
            MaxSteps = MaxSteps,
            Discreet = request.Discreet,
            Strict = true,
            Program = new object(),
            Schedule = request.Schedule is { } text ? TestSchedule.Parse(text).Schedule : null,
        };

    private static Dictionary<string, object> Settings(ExplorationBudget exploration) => new()
    {
        ["NumberOfTestWorkers"] = 0,
        ["SynchronousEvents"] = true,
        ["RunOnMainThread"] = true,
        ["RandomSeed"] = exploration.Seed,
        ["TestParametersDictionary"] = new Dictionary<string, string>
        {
            ["seed"] = exploration.Seed.ToString(CultureInfo.InvariantCulture),
        },
    };
}
