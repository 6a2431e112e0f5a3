import { act, renderHook } from '@testing-library/react';
import { useCommand } from './use-command';

function setUp(about?: (name: string) => string) {
  const given: string[] = [];
  const answers: { resolve(): void; reject(reason: Error): void }[] = [];
  const hook = renderHook(() =>
    useCommand((name: string) => {
      given.push(name);
      return new Promise<void>((resolve, reject) => void answers.push({ resolve, reject }));
    }, about),
  );
  return { ...hook, given, answers };
}

test('is busy from the press to the answer', async () => {
  const { result, given, answers } = setUp();
  expect(result.current.busy).toBe(false);
  act(() => result.current.run('first'));
  expect(result.current.busy).toBe(true);
  await act(async () => answers[0]?.resolve());
  expect(result.current.busy).toBe(false);
  act(() => result.current.run('second'));
  expect(given).toEqual(['first', 'second']);
});

test('a second press before the answer is no second command, also before anything is drawn', () => {
  const { result, given } = setUp();
  act(() => {
    result.current.run('first');
    result.current.run('first');
  });
  act(() => result.current.run('first'));
  expect(given).toEqual(['first']);
});

test('things that it is about are busy each alone', async () => {
  const { result, given, answers } = setUp((name) => name);
  act(() => {
    result.current.run('Bianca');
    result.current.run('Chen');
    result.current.run('Bianca');
  });
  expect(given).toEqual(['Bianca', 'Chen']);
  await act(async () => answers[0]?.resolve());
  expect(result.current.busy).toBe(true);
  await act(async () => answers[1]?.resolve());
  expect(result.current.busy).toBe(false);
});

test('an answer after its place has gone changes nothing', async () => {
  const complaints = jest.spyOn(console, 'error');
  const { result, answers, unmount } = setUp();
  act(() => result.current.run('first'));
  unmount();
  await act(async () => answers[0]?.resolve());
  expect(complaints).not.toHaveBeenCalled();
});
