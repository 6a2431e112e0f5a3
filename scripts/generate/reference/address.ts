import { keys } from '../../../shell/src/mocked/address';
import { productKeys } from '../../../shell/src/route';

/** The keys of the shell's address, from the tables that read them. */
export function addressSection(): string {
  const isOfProduct = (key: string) => Object.hasOwn(productKeys, key);
  const names = Object.keys(keys);
  return `
${tableOf(names.filter(isOfProduct))}

In front of the mocked contact centre also:

${tableOf(names.filter((name) => !isOfProduct(name)))}

`;
}

function tableOf(names: readonly string[]): string {
  const rows = Object.entries(keys)
    .filter(([name]) => names.includes(name))
    .map(([name, { about, values, usual }]) => {
      const without = usual === undefined ? '' : `; default \`${typeof usual === 'string' ? usual : Number(usual)}\``;
      return `| \`${name}\` | ${about} | ${values}${without} |`;
    });
  return ['| key | | value |', '| --- | --- | --- |', ...rows].join('\n');
}
