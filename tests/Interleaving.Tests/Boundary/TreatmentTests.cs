using System.Reflection;
using Interleaving.Weaving;

namespace Interleaving.Tests.Boundary;

/// <summary>What becomes of an assembly, by its name and where it lies: each name that the boundary's table gives.</summary>
internal sealed class TreatmentTests
{
    private static readonly Surroundings Here = new(typeof(TreatmentTests).Assembly);

    private string folder = "";

    [OneTimeSetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("treatment-").FullName;

    [TestCase("System.Private.CoreLib")]
    [TestCase("System.Collections")]
    [TestCase("System.Linq")]
    [TestCase("System.Text.RegularExpressions")]
    [TestCase("nunit.framework")]
    [TestCase("Shouldly")]
    [TestCase("Interleaving")]
    [TestCase("Interleaving.NUnit")]
    public void Shared(string name) => Here.Of(name).ShouldBe(Treatment.Shared);

    [TestCase("nunit.framework")]
    [TestCase("nunit.framework.legacy")]
    [TestCase("xunit.v3.core")]
    [TestCase("xunit.core")]
    [TestCase("MSTest.TestFramework")]
    [TestCase("Shouldly")]
    public void Shared_wherever_it_lies(string name) => Beside(name).Of(name).ShouldBe(Treatment.Shared);

    [TestCase("Castle.Core")]
    [TestCase("Moq")]
    [TestCase("NSubstitute")]
    [TestCase("FakeItEasy")]
    public void Loaded_beside(string name) => Beside(name).Of(name).ShouldBe(Treatment.Copied);

    [TestCase("System.Net.Http")]
    [TestCase("System.Data.Common")]
    [TestCase("System.IO.Pipelines")]
    [TestCase("System.Linq.AsyncEnumerable")]
    [TestCase("System.Threading.Tasks.Dataflow")]
    public void Woven_for_control(string name) => Here.Of(name).ShouldBe(Treatment.Controlled);

    /// <summary>System.Text.Json refers to System.IO.Pipelines, which is woven.</summary>
    [Test]
    public void Of_the_platform_what_refers_to_a_woven_assembly_is_loaded_beside() => Here.Of("System.Text.Json").ShouldBe(Treatment.Copied);

    [Test]
    public void Nearly_like_a_name_is_none_of_them() => Beside("Moqueries").Of("Moqueries").ShouldBe(Treatment.Controlled);

    /// <summary>The surroundings of an assembly of tests with this one in its folder.</summary>
    private Surroundings Beside(string name)
    {
        var beside = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
        var tests = Path.Combine(beside, $"Tests.Of.{name}.dll");
        if (!File.Exists(tests))
        {
            File.WriteAllBytes(Path.Combine(beside, name + ".dll"), Snippet.Compile("public class Nothing;", name).Image);
            File.WriteAllBytes(tests, Snippet.Compile("public class Tests;", Path.GetFileNameWithoutExtension(tests)).Image);
        }

        return new Surroundings(Assembly.LoadFrom(tests));
    }
}
