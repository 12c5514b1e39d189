using Notifier.PlanDates;

namespace Notifier.Domain.Tests.PlanDates;

public sealed class StudentNameTests
{
    [Theory]
    [InlineData("Ana", "Ruiz", "Ana")]
    [InlineData("Ana Ruiz", "Ruiz", "Ana")]
    [InlineData("Ana María RUIZ Soto", "Ruiz Soto", "Ana María")]
    [InlineData("James", "James", "James")]
    public void The_given_name_holds_no_surname(string first, string last, string given)
    {
        var student = new Student
        {
            StudentId = "S1",
            FirstName = first,
            LastName = last,
            BirthDate = new(2016, 5, 3),
            SchoolId = "L",
        };

        Assert.Equal(given, student.GivenName);
    }
}
