using NodaTime;
using Notifier.PlanDates;
using Notifier.ScheduleChanges;

namespace Notifier.Domain.Tests.ScheduleChanges;

/// <summary>What a summary may not tell the families of a whole school.</summary>
public sealed class SummaryCheckTests
{
    private static readonly School[] Schools = [new() { SchoolId = "E1", Name = "César Chávez Elementary" }];

    [Theory]
    [InlineData("Maya", "Quintanilla", "Substitute for Maya Quintanilla.", true)]
    [InlineData("Maya", "Quintanilla", "MAYA QUINTANILLA has a substitute.", true)]
    [InlineData("Maya", "Quintanilla", "a substitute for maya quintanilla", true)]
    [InlineData("Maya", "Quintanilla", "Maya Quintanilla's aide is out.", true)]
    [InlineData("Maya", "Quintanilla", "Maya L. Quintanilla", true)]
    [InlineData("Maya", "Quintanilla", "Maya Luisa Quintanilla", true)]
    [InlineData("Maya", "Quintanilla", "Quintanilla, Maya: room 4", true)]
    [InlineData("Maya Luisa", "Quintanilla Soto", "Luisa Soto stays home.", true)]
    [InlineData("Ximena", "Peña", "Ximena Pena", true)]
    [InlineData("Ximena", "Pena", "Ximena Peña", true)]
    [InlineData("Sean", "O'Brien", "Sean O’Brien’s class", true)]
    [InlineData("Ana", "de la Cruz", "Ana de la Cruz", true)]
    [InlineData("Ana", "Smith-Jones", "Ana Jones", true)]
    [InlineData("Mai", "Le", "Mai Le", true)]
    [InlineData("Caleb", "Underwood", "Caleb and Noah Underwood read to us.", true)]
    [InlineData("Maya", "Quintanilla", "Maya's class has a substitute.", false)]
    [InlineData("Maya", "Quintanilla", "Mr. Quintanilla is out.", false)]
    [InlineData("Maya", "Quintanilla", "Maya and Ana go with Mr. Quintanilla.", false)]
    [InlineData("Ana", "de la Cruz", "Ana de la clase de arte", false)]
    [InlineData("Cesar", "Chavez", "All of Cesar Chavez Elementary goes to the park.", false)]
    [InlineData("Cesar", "Chavez", "Cesar Chavez has a substitute.", true)]
    public void A_full_name_is_found_however_it_is_written_and_a_first_name_alone_is_none(
        string first, string last, string summary, bool found)
    {
        var student = new Student { StudentId = "S1", FirstName = first, LastName = last, BirthDate = new(2016, 5, 2), SchoolId = "E1" };

        Assert.Equal(found, Names(Change(summary), student).Any());
    }

    [Fact]
    public void A_place_called_like_a_student_is_said_when_it_is_meant_and_there_alone()
    {
        var student = new Student { StudentId = "S1", FirstName = "Jordan", LastName = "Lake", BirthDate = new(2016, 5, 2), SchoolId = "E1" };
        var trip = Change("Trip to Jordan Lake; at the desk Jordan Lake has a substitute.");

        Assert.Equal(["Jordan Lake", "Jordan Lake"], Names(trip, student).Select(one => one.Written));
        Assert.Equal(["Jordan Lake"], Names(trip with { Meant = ["to Jordan Lake"] }, student).Select(one => one.Written));
        Assert.Empty(Names(trip with { Meant = ["jordan lake"] }, student));
        Assert.Empty(Names(Change("Jordan Lake, Jordan Lake!") with { Meant = ["Jordan Lake"] }, student));
    }

    [Fact]
    public void A_withdrawal_is_told_without_its_summary_and_taken_with_any()
    {
        var student = new Student { StudentId = "S1", FirstName = "Jordan", LastName = "Lake", BirthDate = new(2016, 5, 2), SchoolId = "E1" };
        var change = Change("Jordan Lake has a seizure drill.") with { Withdrawn = true };

        Assert.Empty(Names(change, student));
        Assert.Empty(SummaryCheck.Of(change, Schools));
    }

    [Theory]
    [InlineData("Autism Awareness Day in the gym.")]
    [InlineData("No speech therapy on Tuesday.")]
    [InlineData("Students with disabilities go by bus 4.")]
    [InlineData("No hay terapia del lenguaje.")]
    [InlineData("Reunión de educación especial")]
    [InlineData("Highway 504 is closed.")]
    public void Words_that_tell_of_a_disability_or_a_plan_are_held(string summary) =>
        Assert.Equal("summary.en", Assert.Single(SummaryCheck.Of(Change(summary), Schools)).Field);

    [Theory]
    [InlineData("Two-hour delay.")]
    [InlineData("Speech contest in the gym; eye exams, medical forms due.")]
    [InlineData("Add a coat: we evaluate the playground and its behavior rules.")]
    [InlineData("Habla inglesa: concurso; la conducta en el autobús")]
    public void Words_that_mean_something_else_in_a_school_are_said(string summary) =>
        Assert.Empty(SummaryCheck.Of(Change(summary), Schools));

    [Fact]
    public void An_awareness_day_is_said_when_it_is_meant_but_the_name_of_the_plan_never()
    {
        Assert.Empty(SummaryCheck.Of(Change("Autism Awareness Day") with { Meant = ["Autism Awareness Day"] }, Schools));
        Assert.Empty(SummaryCheck.Of(Change("Highway 504 is closed.") with { Meant = ["Highway 504"] }, Schools));
        Assert.Single(SummaryCheck.Of(Change("IEP day for all") with { Meant = ["IEP day"] }, Schools));
    }

    [Theory]
    [InlineData("Jordan Lake")]
    [InlineData("Tests")]
    [InlineData("")]
    public void What_is_meant_must_stand_there_and_one_word_alone_lets_nothing_through(string meant) =>
        Assert.Equal("meant", Assert.Single(SummaryCheck.Of(Change("Tests all morning") with { Meant = [meant] }, Schools)).Field);

    private static IEnumerable<(string Language, FullName Name, string Written)> Names(ScheduleChange change, Student student) =>
        SummaryCheck.FullNamesIn(change, Schools).Where(one => FullNames.Of(student).Contains((one.Name.First, one.Name.Last)));

    private static ScheduleChange Change(string summary) => new()
    {
        ChangeId = "t",
        Version = 1,
        DistrictId = "D1",
        Date = new(2026, 3, 3),
        Kind = ScheduleChangeKind.Testing,
        Summary = new Dictionary<string, string> { ["en"] = summary },
        PostedAt = Instant.FromUtc(2026, 3, 2, 19, 10),
    };
}
