import type { ReactNode } from 'react';
import './host.css';

export const metadata = { title: 'A Next host, app router' };

export default function Layout({ children }: { children: ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
