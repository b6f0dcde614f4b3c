/** Texts that grow: each takes a size and gives a draft of that many characters, points, brackets, references or terms. */
const repeat = (count, part) => Array.from({ length: count }, (_, i) => part(i)).join('');

const article = (i) =>
  `## Article ${i + 1}\n\nEach Guarantor shall, within 72 hours of a request by the Beneficiary, provide ${(i % 90) + 10} air-defence systems and ` +
  'the training that their crews need, unless the Parties agree otherwise.\n\nThe Parties shall meet every six months and shall ' +
  'review what was delivered in the period before.\n\n';

const clause = (i) =>
  `, and shall send ${i} vehicles to the northern border within ${(i % 70) + 1} hours if the Council so decides`;

/** Name → the smaller size and the text of a size. */
export const growing = {
  'plain prose, 4 and 8 MB': [4_000_000, (size) => `# Treaty\n\n${repeat(Math.ceil(size / article(100).length), article)}`],
  '5,000 and 10,000 nested points': [
    5000,
    (size) =>
      `# Treaty\n\nArticle 1\n\nEach Party shall:\n\n${repeat(size, (i) => `${'   '.repeat(i % 6)}1. provide item ${i} to the Beneficiary within ${(i % 50) + 1} days;\n`)}`,
  ],
  'one sentence of 0.5 and 1 MB': [
    500_000,
    (size) =>
      `# Treaty\n\n## Article 1\n\nEach Guarantor shall assist the Party attacked${repeat(Math.ceil(size / clause(1000).length), clause)}.\n`,
  ],
  '25,000 and 50,000 brackets': [
    25_000,
    (size) => `# Treaty\n\n## Article 1\n\nThe Parties ${'['.repeat(size / 2)} agree ${']'.repeat(size / 2)}.\n`,
  ],
  '10,000 and 20,000 cross-references': [
    10_000,
    (size) =>
      `# Treaty\n\n## Article 1\n\n${repeat(size, (i) => `The Parties apply Article ${(i % 400) + 1}, paragraph ${(i % 9) + 1}, of this Treaty. ${i % 10 === 9 ? '\n\n' : ''}`)}`,
  ],
  '2,500 and 5,000 defined terms': [
    2500,
    (size) =>
      `# Treaty\n\n## Article 1\n\nDefinitions\n\n${repeat(size, (i) => `"Term${i} Alpha" means a thing of kind ${i}.\n\n`)}## Article 2\n\n${repeat(size, (i) => `The Parties shall apply Term${i} Alpha. ${i % 10 === 9 ? '\n\n' : ''}`)}`,
  ],
};
