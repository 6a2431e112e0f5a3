import type { AgentSeed } from './seed';
import { createSeededRandom } from '../testing/seeded-random';

// Agents who make a directory as large as that of a big contact centre. Every name is invented.

const prefix = 'generated-';

/** Whether an agent was generated, and is not of the scenario. */
export function isGenerated(agentId: string): boolean {
  return agentId.startsWith(prefix);
}

/** The id of the generated agent with a number. */
export const generatedId = (number: number) => `${prefix}${number}`;

/** The generated agent with a number: always the same for the same seed. */
export function generatedAgent(number: number, seed: number): AgentSeed {
  const { next } = createSeededRandom(seed * 65_537 + number);
  const one = <T>(of: readonly [T, ...T[]]): T => of[Math.floor(next() * of.length)] ?? of[0];
  const [given, family] = [one(givenNames), one(familyNames)];
  return {
    id: generatedId(number),
    name: `${given} ${family}`,
    address: `${plain(given)}.${plain(family)}.${number}`,
    sinceMs: Math.floor(next() * 4 * 60 * 60 * 1000),
    ...one(shapes),
  };
}

/** Half of them are ready. */
const shapes: readonly [Partial<AgentSeed>, ...Partial<AgentSeed>[]] = [
  { signedIn: true },
  { signedIn: true },
  { signedIn: true },
  { signedIn: true },
  { signedIn: true, sms: 'notReady', reason: 'lunch' },
  { signedIn: true, sms: 'notReady', reason: 'training' },
  { signedIn: true, sms: 'none', otherMediaReady: true, activity: 'on a call' },
  { signedIn: false },
];

const plain = (name: string) =>
  name
    .normalize('NFD')
    .replaceAll(/[^a-zA-Z]/g, '')
    .toLowerCase();

// oxfmt-ignore
const givenNames: readonly [string, ...string[]] = [
  'Adaeze', 'Alma', 'Amir', 'Anouk', 'Anton', 'Aoife', 'Arjun', 'Astrid', 'Aylin', 'Beatriz', 'Bogdan', 'Camille',
  'Carlos', 'Chiara', 'Dagny', 'Dario', 'Deniz', 'Diego', 'Dilnoza', 'Ebba', 'Eero', 'Emeka', 'Esther', 'Fatima',
  'Fiona', 'Gabriel', 'Giulia', 'Goran', 'Hana', 'Hassan', 'Helena', 'Hiro', 'Ilse', 'Imani', 'Ivana', 'Jamal',
  'Javier', 'Jolanta', 'Júlia', 'Kaito', 'Karim', 'Katarzyna', 'Keiko', 'Lachlan', 'Lalita', 'Lars', 'Leila', 'Lucía',
  'Magnus', 'Mai', 'Malik', 'Marek', 'Mei', 'Mikael', 'Minh', 'Nadia', 'Naoko', 'Niamh', 'Nils', 'Noor', 'Olga',
  'Omar', 'Oskar', 'Paloma', 'Pavel', 'Priya', 'Rafael', 'Ravi', 'Rosa', 'Ruth', 'Samuel', 'Sanna', 'Sofia', 'Stefan',
  'Sunita', 'Tamar', 'Thabo', 'Tomás', 'Ursula', 'Vera', 'Viktor', 'Wanjiru', 'Xavier', 'Yara', 'Yusuf', 'Zofia',
];

// oxfmt-ignore
const familyNames: readonly [string, ...string[]] = [
  'Abbott', 'Adeyemi', 'Ahmed', 'Almeida', 'Andersson', 'Baker', 'Banerjee', 'Bauer', 'Bianchi', 'Björk', 'Brennan',
  'Castillo', 'Chowdhury', 'Costa', 'Dąbrowski', 'Demir', 'Diallo', 'Dubois', 'Eklund', 'Fernandes', 'Ferrari',
  'Fischer', 'Garcia', 'Georgiou', 'Gupta', 'Haddad', 'Hansen', 'Hoang', 'Horvat', 'Ibrahim', 'Ivanova', 'Jansen',
  'Jovanović', 'Kaplan', 'Keller', 'Khan', 'Kowalska', 'Laurent', 'Lehtonen', 'Lindgren', 'Lopez', 'Mäkinen', 'Mbeki',
  'Mendoza', 'Meyer', 'Moreau', 'Müller', 'Murphy', 'Nakamura', 'Ndiaye', 'Nguyen', 'Novák', 'Obi', 'Okonkwo',
  'Olsen', 'Ortega', 'Papadakis', 'Patel', 'Pereira', 'Petrov', 'Popescu', 'Quinn', 'Rahman', 'Rossi', 'Sánchez',
  'Sato', 'Schneider', 'Silva', 'Singh', 'Sørensen', 'Suzuki', 'Tanaka', 'Torres', 'Tran', 'Vargas', 'Virtanen',
  'Walsh', 'Weber', 'Wójcik', 'Yamamoto', 'Yılmaz', 'Zhang', 'Zimmermann',
];
