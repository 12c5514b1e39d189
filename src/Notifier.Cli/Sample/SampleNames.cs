namespace Notifier.Cli.Sample;

/// <summary>Names to draw from. Every combination is invented.</summary>
public static class SampleNames
{
    private static readonly string[] EnglishFirst =
    [
        "Ava", "Liam", "Maya", "Noah", "Zoe", "Ethan", "Grace", "Caleb", "Harper", "Owen", "Naomi", "Isaiah", "Ruby",
        "Wyatt", "Hazel", "Jonah", "Clara", "Miles", "Audrey", "Silas", "Imani", "Malik", "Jada", "Darius", "Kiara",
        "Andre", "Nia", "Terrell", "Aaliyah", "Xavier", "Brooke", "Colton", "Paige", "Trevor", "Shelby", "Dakota",
        "Winona", "Elijah", "June", "Marcus",
    ];

    private static readonly string[] SpanishFirst =
    [
        "Sofía", "Mateo", "Camila", "Diego", "Valentina", "Luis", "Ximena", "Ángel", "Lucía", "Javier", "Mariana",
        "Emiliano", "Daniela", "Santiago", "Itzel", "Rafael", "Paloma", "Joaquín", "Renata", "Iván", "Marisol", "Tomás",
    ];

    private static readonly string[] VietnameseFirst = ["An", "Bảo", "Linh", "Minh", "Thảo", "Khoa", "Vy", "Duy", "Mai", "Long"];

    private static readonly string[] ArabicFirst = ["Amina", "Yusuf", "Layla", "Omar", "Salma", "Karim", "Noor", "Hadi"];

    private static readonly string[] OtherFirst =
    [
        "Priya", "Arjun", "Anika", "Rohan", "Mei", "Jun", "Hana", "Kenji", "Yara", "Tomasz", "Ewa", "Adaeze", "Chidi",
        "Kwame", "Ama", "Leilani", "Kai", "Saoirse", "Ciarán", "Zofia",
    ];

    /// <summary>Every family name, with the language some of its families ask for.</summary>
    public static IReadOnlyList<SampleFamilyName> Families { get; } =
    [
        .. Of("en", EnglishFirst,
            "Johnson", "Carter", "Washington", "Brooks", "Bennett", "Sullivan", "Hughes", "Freeman", "Coleman", "Porter",
            "Whitaker", "Ellis", "Simmons", "Baptiste", "McAllister", "Jefferson", "Begay", "Redbird", "Fischer", "Novak",
            "Lindqvist", "O'Connor", "Taylor-Reed", "Dubois", "Abernathy", "Holloway", "Marsh", "Underwood"),
        .. Of("es", SpanishFirst,
            "García", "Hernández", "Martínez", "López", "Ramírez", "Flores", "Torres", "Castillo", "Mendoza", "Ortiz",
            "Vargas", "Salinas", "Peña", "Cantú", "Villarreal", "Treviño", "Guzmán", "De la Cruz"),
        .. Of("vi", VietnameseFirst, "Nguyễn", "Trần", "Phạm"),
        .. Of("ar", ArabicFirst, "Haddad", "Mansour", "Al-Sayed"),
        .. Of("en", OtherFirst, "Patel", "Iyer", "Chen", "Nakamura", "Kowalski", "Okafor", "Mensah", "Kealoha", "Byrne", "Silva"),
    ];

    /// <summary>First names of grown-ups.</summary>
    public static IReadOnlyList<string> Adults { get; } =
    [
        "Angela", "Robert", "Denise", "Carlos", "Yolanda", "Hector", "Thuy", "Samira", "Patrick", "Monica", "Gloria",
        "James", "Rosa", "Ahmed", "Linda", "Victor", "Tamika", "Steven", "Elena", "Darnell", "Karen", "Miguel", "Lan",
        "Fatima", "George", "Priscilla", "Raymond", "Teresa", "Calvin", "Irene", "Oscar", "Beatriz", "Nadia", "Paul",
    ];

    private static IEnumerable<SampleFamilyName> Of(string language, string[] firstNames, params string[] lastNames) =>
        lastNames.Select(lastName => new SampleFamilyName(lastName, language, firstNames));
}
