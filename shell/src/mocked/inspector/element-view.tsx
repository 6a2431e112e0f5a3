import type { ReactNode } from 'react';
import type { Described } from './element/describe';
import type { Contrast } from './element/contrast';
import { isUndersized, leastPx } from './page/targets';

/** What there is to say of one element. */
export function ElementView({ element, isPicking }: { element: Described | undefined; isPicking: boolean }) {
  if (element === undefined || isPicking)
    return (
      <p className="note">
        {isPicking ? 'Click an element. Escape ends it.' : 'Point at an element, or move to it with the keyboard.'}
      </p>
    );
  const { tag, module, parts, role, name, description, states, box, isTarget, contrast, tokens } = element;
  return (
    <>
      <dl className="facts">
        <Fact term="Role">{role ?? 'none'}</Fact>
        <Fact term="Name">{name || 'none'}</Fact>
        {description !== '' && <Fact term="Description">{description}</Fact>}
        {states.length > 0 && <Fact term="States">{states.join(', ')}</Fact>}
        <Fact term="Part">{parts.join(', ') || 'none'}</Fact>
        <Fact term="Module">{module ?? 'none: the shell'}</Fact>
        <Fact term="Element">{tag}</Fact>
        <Fact term="Size">
          {`${round(box.width)} × ${round(box.height)} px`}
          {isTarget && isUndersized(box) && <Problem>{`below ${leastPx} px: see Target sizes`}</Problem>}
        </Fact>
        {contrast !== undefined && (
          <Fact term="Contrast">
            <ContrastOf {...contrast} />
          </Fact>
        )}
      </dl>
      {tokens.length > 0 && (
        <table className="tokens">
          <caption>Design tokens</caption>
          <tbody>
            {tokens.map(({ property, inherited, tokens: used }) => (
              <tr key={`${property} ${inherited} ${used.map((token) => token.name).join(' ')}`}>
                <th scope="row">
                  {property}
                  {inherited && <span className="note"> inherited</span>}
                </th>
                <td>
                  {used.map((token) => (
                    <div key={token.name}>
                      <code>{token.name}</code>
                      <span className="value">
                        {/^#|^rgb/.test(token.value) && <Swatch colour={token.value} />}
                        {token.value}
                      </span>
                    </div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function ContrastOf({ ratio, asked, text, ground }: Contrast) {
  return (
    <>
      {/* Rounded down: 4.49 is not 4.5. */}
      {`${Math.floor(ratio * 100) / 100} : 1 `}
      <Swatch colour={text} />
      {`${text} on `}
      <Swatch colour={ground} />
      {ground}
      {ratio < asked && <Problem>{`below ${asked} : 1`}</Problem>}
    </>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Swatch({ colour }: { colour: string }) {
  return (
    <svg className="swatch" viewBox="0 0 1 1" aria-hidden="true">
      <rect width="1" height="1" fill={colour} />
    </svg>
  );
}

function Problem({ children }: { children: string }) {
  return <strong className="problem">{children}</strong>;
}

const round = (px: number) => Math.round(px * 10) / 10;
