/** What a data-protection officer asks, with the answers that hold for every build of this version. */
export const STATEMENT = {
  title: 'Statement on personal data',
  answers: [
    {
      question: 'What is Tessera?',
      answer:
        'A program that runs in a browser tab. It groups the customers of a file that a person opens, and writes lists and reports of them. It is a set of static files; no server computes anything for it.',
    },
    {
      question: 'Which personal data does it process?',
      answer:
        'Those in the files a person opens, such as customer numbers, orders, e-mail addresses and phone numbers. It asks for none of its own: no account, no cookies, no counting of visits.',
    },
    {
      question: 'Where are they processed, and who receives them?',
      answer:
        'On the device of that person alone, in the memory of the tab. Nobody receives them: no other origin is contacted, unless the person asks an AI about a chart, and nothing is uploaded to the one the program was loaded from, unless the person has switched on that other apps may share files (both see below). Whoever hosts the files sees what any host sees, that they were asked for, and no more. So there is no processor and no transfer to another country by the use of this program.',
    },
    {
      question: 'What enforces that?',
      answer:
        'A content policy in the page itself allows connections to its own address only, and the browser enforces it whatever the code says. The parts that compute start under the same policy. The service worker, which keeps the program for use without a network, fetches a fixed list of its own files and refuses everything else, but for what a person sends to an AI and, where that is switched on, files that other apps share, which it takes on the device. The page on privacy shows the policy, tries to send from everywhere and tells what the browser refused, and checks the files against the published hashes.',
    },
    {
      question: 'What if an AI is asked?',
      answer:
        'That is off until the person chooses whom to ask, with a key of their own. Then a picture of one chart and a short text go to that provider, after they were shown and a button was pressed. The picture holds letters for groups, shares and multiples; groups of fewer than ten customers are left out, and no customer, no category and no file is named. It is sent by a document whose policy allows that one address. What the provider does with it is between the person and the provider. A model on the same computer can be asked instead, or the browser’s own where it has one: the document for that may reach no address at all.',
    },
    {
      question: 'What if files are shared from other apps?',
      answer:
        'That is off until the person switches it on, on the page on privacy. The installed app is then offered where a phone or computer shares files. A shared file comes as a request to the address of the program; the service worker takes it on the device, and nothing is sent. Where the browser has removed the service worker (clearing the data of the site does that) or cannot start it, while the installed app is still there, the request goes to whoever hosts the program, with the file in it. The installed app may be offered for a day or more after it is switched off. An organisation that does not want this leaves it off, or does not install the program as an app.',
    },
    {
      question: 'What is stored, where, for how long?',
      answer:
        'The work of the person (tables, recipe, segments, choices for lists and campaigns, answers of an AI, the key for it if that was asked for, and files that were shared and not opened yet) in the storage of that browser on that device, until it is removed there, in the program or in the browser. Lists and reports lie where the person saves them. Nothing is stored elsewhere.',
    },
    {
      question: 'Does it decide anything about people?',
      answer:
        'It sorts customers into groups by rules it shows. What is done with a group is decided by the person who uses it. Under the GDPR this may be profiling; the lawful basis, the information owed and objections are for whoever is responsible for the file.',
    },
    {
      question: 'How are people’s rights served?',
      answer:
        'As the program keeps no copy beyond the device, access, correction and erasure are served in the source of the file; stored work on the device is removed with one button.',
    },
  ],
  foot: 'This says how the program works. It is no legal advice and does not replace the records of whoever is responsible for the data.',
} as const;
