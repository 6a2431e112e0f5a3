import { presenceStates, severities, targetKinds } from '@baton/contracts';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { renderWithTexts } from '../testing/render';
import { Text } from '../texts/texts-context';
import { Avatar } from './avatar';
import { Banner } from './banner';
import { Button } from './button';
import { ChipGroup } from './chip-group';
import { CopyButton } from './copy-button';
import { CountdownBar } from './countdown-bar';
import { EmptyState } from './empty-state';
import { ErrorState } from './error-state';
import { PresenceGlyph } from './presence-glyph';
import { Skeleton } from './skeleton';

describe('Banner', () => {
  test.each(severities)('a %s says its severity in words, by name', (severity) => {
    renderWithTexts(
      <Banner severity={severity} title="Bianca declined the transfer" help="You still own this conversation." />,
    );
    const banner = screen.getByRole('group', { name: /Bianca declined the transfer$/ });
    expect(banner).toHaveAccessibleName(new RegExp(`^${severity}: `, 'i'));
    expect(banner).toHaveTextContent('You still own this conversation.');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.queryByRole('status')).toBeNull();
  });

  test('MM-05 the dismiss button names what it dismisses', async () => {
    const onDismiss = jest.fn();
    renderWithTexts(
      <Banner
        severity="problem"
        title="Bianca declined"
        actions={<Button>Find another target</Button>}
        onDismiss={onDismiss}
      />,
    );
    expect(screen.getByRole('button', { name: 'Find another target' })).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss: Bianca declined' }));
    expect(onDismiss).toHaveBeenCalledTimes(1);
  });
});

describe('ChipGroup', () => {
  const options = [
    { value: 'all', label: 'All' },
    { value: 'agent', label: 'Agents' },
    { value: 'queue', label: 'Queues' },
  ];

  function Filter() {
    const [value, setValue] = useState('all');
    return <ChipGroup label="Target type" options={options} value={value} onChange={setValue} />;
  }

  test('is one tab stop; arrows choose', async () => {
    render(
      <>
        <Filter />
        <button>After</button>
      </>,
    );
    const group = within(screen.getByRole('radiogroup', { name: 'Target type' }));
    await userEvent.tab();
    expect(group.getByRole('radio', { name: 'All' })).toHaveFocus();
    await userEvent.keyboard('{ArrowRight}');
    expect(group.getByRole('radio', { name: 'Agents' })).toBeChecked();
    expect(group.getByRole('radio', { name: 'Agents' })).toHaveFocus();
    await userEvent.tab();
    expect(screen.getByRole('button', { name: 'After' })).toHaveFocus();
  });

  test('two groups do not share a choice', async () => {
    render(
      <>
        <Filter />
        <Filter />
      </>,
    );
    const [first, second] = screen.getAllByRole('radio', { name: 'Queues' });
    if (first) await userEvent.click(first);
    expect(first).toBeChecked();
    expect(second).not.toBeChecked();
  });
});

describe('Avatar', () => {
  test.each([
    ['Bianca Okafor', 'BO'],
    ['Ana', 'A'],
    ['Maria del Carmen Ruiz', 'MR'],
    ['李 小龍', '李小'],
    ['𝒜na Ruiz', '𝒜R'],
  ])('of %s shows %s', (name, initials) => {
    const { container } = render(<Avatar name={name} />);
    expect(container).toHaveTextContent(initials);
  });

  test('a number has no initials', () => {
    const { container } = render(<Avatar name="+44 7700 900123" />);
    expect(container).toHaveTextContent('');
    expect(container.querySelector('svg')).toBeInTheDocument();
  });

  test.each(targetKinds)('%s is hidden from screen readers', (kind) => {
    const { container } = render(<Avatar kind={kind} name="Billing" presence="ready" />);
    expect(container.firstElementChild).toHaveAttribute('aria-hidden', 'true');
  });
});

test('every presence has a shape of its own', () => {
  const shapes = presenceStates.map(
    (state) => render(<PresenceGlyph state={state} />).container.querySelector('svg')?.innerHTML,
  );
  expect(new Set(shapes).size).toBe(presenceStates.length);
});

describe('ErrorState', () => {
  const state = (
    <ErrorState
      title="The directory did not load"
      body="Your conversation is not affected."
      onRetry={() => {}}
      reference="7f3a"
    />
  );

  test('offers another try, and no details the first time', () => {
    renderWithTexts(state);
    expect(screen.getByRole('group', { name: 'The directory did not load' })).toHaveTextContent(
      'Your conversation is not affected.',
    );
    expect(screen.getByRole('button', { name: 'Try again' })).toBeInTheDocument();
    expect(screen.queryByText(/Reference/)).toBeNull();
  });

  test('the second failure shows the reference and copies the details', async () => {
    const user = userEvent.setup();
    const writeText = jest.spyOn(navigator.clipboard, 'writeText');
    renderWithTexts(
      <ErrorState title="The directory did not load" failures={2} reference="7f3a" details="GET /v1/targets 503" />,
    );
    expect(screen.getByText('Reference 7f3a')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Copy details' }));
    expect(await screen.findByRole('button', { name: 'Copied' })).toHaveFocus();
    expect(writeText).toHaveBeenCalledWith('GET /v1/targets 503');
  });
});

test.each([
  ['there is no clipboard', () => jest.spyOn(navigator, 'clipboard', 'get').mockReturnValue(Object.create(null))],
  [
    'the browser denies it',
    () => jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('Denied', 'NotAllowedError')),
  ],
])('where %s the text is shown to be selected', async (_, withhold) => {
  const user = userEvent.setup();
  const spy = withhold();
  renderWithTexts(<CopyButton text="GET /v1/targets 503" label="Copy details" />);
  await user.click(screen.getByRole('button', { name: 'Copy details' }));
  expect(await screen.findByRole('button', { name: 'Not copied: select the text' })).toHaveFocus();
  expect(screen.getByText('GET /v1/targets 503')).toBeVisible();
  spy.mockRestore();
  await user.click(screen.getByRole('button', { name: /Not copied/ }));
  expect(await screen.findByRole('button', { name: 'Copied' })).toBeInTheDocument();
  expect(screen.queryByText('GET /v1/targets 503')).toBeNull();
});

test('an empty state has one sentence and one action', () => {
  render(
    <EmptyState title="No results for “bi”" body="Check the spelling." action={<Button>Search all types</Button>} />,
  );
  expect(screen.getByText('No results for “bi”')).toBeInTheDocument();
  expect(screen.getByRole('button', { name: 'Search all types' })).toBeInTheDocument();
});

test('IP-04 bars and skeletons are for the eye only', () => {
  const { container } = render(
    <>
      <CountdownBar left={5_000} total={30_000} urgent />
      <Skeleton width={60} />
      <Skeleton shape="circle" />
    </>,
  );
  for (const element of container.children) expect(element).toHaveAttribute('aria-hidden', 'true');
});

test.each([
  [15_000, 30_000, 'scaleX(0.5)'],
  [-1, 30_000, 'scaleX(0)'],
  [40_000, 30_000, 'scaleX(1)'],
  [1, 0, 'scaleX(0)'],
])('%d of %d ms left is %s', (left, total, transform) => {
  const { container } = render(<CountdownBar left={left} total={total} />);
  expect(container.querySelector('.b-countdown-fill')).toHaveStyle({ transform });
});

test('names in a text are isolated from its direction', () => {
  const { container } = renderWithTexts(<Text id="transfer.accepted" values={{ target: 'سارة' }} />);
  expect(container.innerHTML).toBe('<bdi translate="no">سارة</bdi><span> accepted</span>');
});
