import { Alert, AlertActionCloseButton, AlertGroup } from "@patternfly/react-core";
import { createContext, useCallback, useContext, useState, type PropsWithChildren } from "react";

interface Notice {
  id: number;
  text: string;
}

const NoticeContext = createContext<(text: string) => void>(() => undefined);

/** Tells in the corner of the page, for some seconds, that something was done. */
export const useNotify = () => useContext(NoticeContext);

/** The stock console has the same, but its package does not hand it out. */
export function Notices({ children }: PropsWithChildren) {
  const [notices, setNotices] = useState<readonly Notice[]>([]);
  const notify = useCallback((text: string) => {
    setNotices((shown) => [...shown, { id: Math.max(0, ...shown.map(({ id }) => id)) + 1, text }]);
  }, []);
  const dismiss = (id: number) => {
    setNotices((shown) => shown.filter((notice) => notice.id !== id));
  };

  return (
    <NoticeContext.Provider value={notify}>
      <AlertGroup isToast isLiveRegion data-testid="notices">
        {notices.map(({ id, text }) => (
          <Alert
            key={id}
            variant="success"
            title={text}
            timeout
            onTimeout={() => {
              dismiss(id);
            }}
            actionClose={
              <AlertActionCloseButton
                onClose={() => {
                  dismiss(id);
                }}
              />
            }
          />
        ))}
      </AlertGroup>
      {children}
    </NoticeContext.Provider>
  );
}
