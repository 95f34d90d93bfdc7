using System.Reflection;
using System.Runtime.CompilerServices;
using Interleaving.NUnit;
using Newtonsoft.Json;

namespace Interleaving.Projects.Tests;

/// <summary>Whoever looks for types and assemblies by their names, or goes through all of them, finds the woven ones alone.</summary>
public sealed class ReflectionTests
{
    private static int initialised;

    [Test, Interleaved]
    public void A_type_that_is_looked_for_by_its_name_is_the_tests_own()
    {
        Type.GetType(typeof(Plugin).AssemblyQualifiedName!).ShouldBe(typeof(Plugin));
        Type.GetType("Interleaving.Projects.Tests.ReflectionTests+Plugin, Interleaving.Projects.Tests").ShouldBe(typeof(Plugin));
        Type.GetType(typeof(Plugin).FullName!).ShouldBe(typeof(Plugin));
        Assembly.GetExecutingAssembly().GetType(typeof(Plugin).FullName!).ShouldBe(typeof(Plugin));
        Activator.CreateInstance("Interleaving.Projects.Tests", typeof(Plugin).FullName!)!.Unwrap().ShouldBeOfType<Plugin>();
    }

    [Test, Interleaved]
    public async Task So_it_is_in_a_task_that_goes_on_later()
    {
        await Task.Delay(10);
        await Task.Run(() => Type.GetType(typeof(Plugin).AssemblyQualifiedName!).ShouldBe(typeof(Plugin)));
    }

    [Test, Interleaved]
    public void An_assembly_that_is_loaded_by_its_name_is_the_one_that_runs()
    {
        Assembly.Load("Interleaving.Projects.Tests").ShouldBe(typeof(Plugin).Assembly);
        Assembly.Load(new AssemblyName("Newtonsoft.Json")).ShouldBe(typeof(JsonConvert).Assembly);
        Assembly.LoadFrom(typeof(Plugin).Assembly.Location).ShouldBe(typeof(Plugin).Assembly);
        File.Exists(typeof(Plugin).Assembly.Location).ShouldBeTrue();
        File.Exists(typeof(JsonConvert).Assembly.Location).ShouldBeTrue();
    }

    [Test, Interleaved]
    public void A_scan_of_all_assemblies_meets_each_once()
    {
        var assemblies = AppDomain.CurrentDomain.GetAssemblies();
        assemblies.Count(assembly => assembly.GetName().Name == "Interleaving.Projects.Tests").ShouldBe(1);
        Plugins(assemblies).ShouldHaveSingleItem().ShouldBe(typeof(Plugin));
    }

    [Test]
    public void A_race_in_what_a_scan_finds_is_found()
    {
        var exploration = Explorer.Explore(() =>
        {
            var plugin = (IPlugin)Activator.CreateInstance(Plugins(AppDomain.CurrentDomain.GetAssemblies())[0])!;
            Task.WaitAll(Task.Run(plugin.Work), Task.Run(plugin.Work));
        });
        exploration.Failure.ShouldBe(FailureKind.DataRace, exploration.Message);
    }

    [Test, Interleaved]
    public async Task A_module_initialiser_has_run_once_at_the_start_of_each_execution()
    {
        initialised.ShouldBe(1);
        await Task.WhenAll(Task.Run(() => Interlocked.Increment(ref initialised)), Task.Run(() => Interlocked.Increment(ref initialised)));
        initialised.ShouldBe(3);
    }

    [ModuleInitializer]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "CA2255", Justification = "A test of module initialisers needs one.")]
    internal static void Initialise() => initialised++;

    private static Type[] Plugins(Assembly[] assemblies) =>
    [
        .. assemblies.Where(assembly => assembly.GetName().Name!.StartsWith("Interleaving.Projects", StringComparison.Ordinal))
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.IsClass && type.IsAssignableTo(typeof(IPlugin))),
    ];

    private interface IPlugin
    {
        void Work();
    }

    private sealed class Plugin : IPlugin
    {
        public int Done { get; private set; }

        public void Work() => Done++;
    }
}
